package org.mentoringcommons.deploy.acceptance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Somebody who has stolen all databases, topics and logs and wants to know who gave which answer. Two ways are tried:
 * values, alone or hashed, that lead from a person to one answer over any number of rows; and orders: people as they
 * stand in anything, by any column or place, beside answers as they stand in anything.
 */
final class JoinAttack {

    /** Shorter values are shared by chance. */
    private static final int SPECIFIC = 6;

    private final List<Relation> stolen;
    private final Map<String, Set<String>> people;
    private final Set<String> answers;

    /**
     * @param people by any name, with everything that points to them and is known outside: ids, addresses, links
     * @param answers their ids, one a person
     */
    JoinAttack(List<Relation> stolen, Map<String, Set<String>> people, Collection<String> answers) {
        this.stolen = stolen;
        this.people = people;
        this.answers = Set.copyOf(answers);
    }

    /** What was tried, and what it says: an answer by person. */
    record Guess(String how, Map<String, String> answerByPerson) {

        long right(Map<String, String> truth) {
            return answerByPerson.entrySet().stream()
                    .filter(guessed -> guessed.getValue().equals(truth.get(guessed.getKey())))
                    .count();
        }
    }

    List<Guess> guesses() {
        return Stream.concat(Stream.of(byValues()), byOrders().stream()).toList();
    }

    /** The best of all guesses, as somebody judges who knows the truth. */
    Guess best(Map<String, String> truth) {
        return guesses().stream()
                .max(Comparator.comparingLong(guess -> guess.right(truth)))
                .orElseThrow();
    }

    private Guess byValues() {
        Map<String, Set<Integer>> rowsByValue = new HashMap<>();
        List<Set<String>> valuesByRow = new ArrayList<>();
        for (Relation relation : stolen) {
            for (Map<String, String> row : relation.rows()) {
                Set<String> values = new HashSet<>();
                row.forEach((column, value) -> {
                    if (!isPlace(column)) {
                        values.addAll(specific(value));
                    }
                });
                values.forEach(value -> rowsByValue
                        .computeIfAbsent(value, none -> new HashSet<>())
                        .add(valuesByRow.size()));
                valuesByRow.add(values);
            }
        }
        Map<String, Set<String>> alike = new HashMap<>();
        people.values()
                .forEach(handles ->
                        handles.forEach(handle -> rowsByValue.computeIfAbsent(plain(handle), none -> new HashSet<>())));
        for (String value : List.copyOf(rowsByValue.keySet())) {
            for (String hash : hashes(value)) {
                if (rowsByValue.containsKey(hash)) {
                    alike.computeIfAbsent(value, none -> new HashSet<>()).add(hash);
                    alike.computeIfAbsent(hash, none -> new HashSet<>()).add(value);
                }
            }
        }
        Map<String, String> guessed = new HashMap<>();
        people.forEach((person, handles) -> {
            Set<String> reached = reached(handles, rowsByValue, valuesByRow, alike);
            if (reached.size() == 1) {
                guessed.put(person, reached.iterator().next());
            }
        });
        return new Guess("values", guessed);
    }

    /** The answers to which values lead that belong to few: what everybody has leads to nobody. */
    private Set<String> reached(
            Set<String> handles,
            Map<String, Set<Integer>> rowsByValue,
            List<Set<String>> valuesByRow,
            Map<String, Set<String>> alike) {
        int common = Math.max(4, people.size() / 2);
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        handles.forEach(handle -> next.add(plain(handle)));
        Set<String> found = new TreeSet<>();
        while (!next.isEmpty()) {
            String value = next.poll();
            if (!seen.add(value)) {
                continue;
            }
            if (answers.contains(value)) {
                found.add(value);
            }
            next.addAll(alike.getOrDefault(value, Set.of()));
            Set<Integer> rows = rowsByValue.getOrDefault(value, Set.of());
            if (rows.size() < common) {
                rows.forEach(row -> next.addAll(valuesByRow.get(row)));
            }
        }
        return found;
    }

    private List<Guess> byOrders() {
        Map<String, String> personByHandle = new HashMap<>();
        people.forEach((person, handles) -> handles.forEach(handle -> personByHandle.put(plain(handle), person)));
        // what names an invitation names its person
        for (Relation relation : stolen) {
            for (Map<String, String> row : relation.rows()) {
                Set<String> named = new HashSet<>();
                row.values().forEach(value -> specific(value).forEach(part -> {
                    if (personByHandle.containsKey(part)) {
                        named.add(personByHandle.get(part));
                    }
                }));
                if (named.size() == 1 && row.containsKey("id")) {
                    personByHandle.putIfAbsent(
                            plain(row.get("id")), named.iterator().next());
                }
            }
        }
        Map<String, String> answerById = new HashMap<>();
        answers.forEach(answer -> answerById.put(answer, answer));
        Map<List<String>, String> orderedPeople = orders(personByHandle, people.size());
        Map<List<String>, String> orderedAnswers = orders(answerById, answers.size());
        List<Guess> guesses = new ArrayList<>();
        orderedPeople.forEach((persons, peopleBy) -> orderedAnswers.forEach((given, answersBy) -> {
            Map<String, String> beside = new HashMap<>();
            for (int place = 0; place < persons.size(); place++) {
                beside.put(persons.get(place), given.get(place));
            }
            guesses.add(new Guess(peopleBy + " beside " + answersBy, beside));
        }));
        return guesses;
    }

    /** All orders in which these stand anywhere, all of them once; forwards and backwards. */
    private Map<List<String>, String> orders(Map<String, String> nameByValue, int all) {
        Map<List<String>, String> found = new HashMap<>();
        for (Relation relation : stolen) {
            List<Map<String, String>> rows = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (Map<String, String> row : relation.rows()) {
                Set<String> named = new HashSet<>();
                row.values().forEach(value -> specific(value).forEach(part -> {
                    if (nameByValue.containsKey(part)) {
                        named.add(nameByValue.get(part));
                    }
                }));
                if (named.size() == 1) {
                    rows.add(row);
                    names.add(named.iterator().next());
                }
            }
            if (new HashSet<>(names).size() < all) {
                continue;
            }
            Set<String> columns = new TreeSet<>();
            rows.forEach(row -> columns.addAll(row.keySet()));
            keep(found, names, relation.name() + " as it lies");
            for (String column : columns) {
                List<Integer> order = new ArrayList<>();
                for (int row = 0; row < rows.size(); row++) {
                    order.add(row);
                }
                order.sort(Comparator.comparing(row -> rows.get(row).getOrDefault(column, ""), JoinAttack::compare));
                keep(found, order.stream().map(names::get).toList(), relation.name() + " by " + column);
            }
        }
        return found;
    }

    /** First and last mentions, in both directions. */
    private static void keep(Map<List<String>, String> found, List<String> names, String how) {
        List<String> backwards = new ArrayList<>(names);
        Collections.reverse(backwards);
        List<String> first = names.stream().distinct().toList();
        List<String> last = backwards.stream().distinct().toList();
        found.putIfAbsent(first, how);
        found.putIfAbsent(last, how + ", from its end");
    }

    private static int compare(String one, String other) {
        boolean numbers = one.matches("-?[0-9]{1,18}") && other.matches("-?[0-9]{1,18}");
        return numbers ? Long.compare(Long.parseLong(one), Long.parseLong(other)) : one.compareTo(other);
    }

    /** A place in a file or a transaction's number says something by order only. */
    private static boolean isPlace(String column) {
        return Set.of("ctid", "xmin", "offset", "partition", "line").contains(column);
    }

    /** A value, and the words in it. */
    private static Set<String> specific(String value) {
        Set<String> parts = new HashSet<>();
        Stream.concat(Stream.of(value), Stream.of(value.split("[^A-Za-z0-9_@.-]+")))
                .map(JoinAttack::plain)
                .filter(part -> part.length() >= SPECIFIC)
                .forEach(parts::add);
        return parts;
    }

    private static String plain(String value) {
        return value.startsWith("\\x") ? value.substring(2) : value;
    }

    private static List<String> hashes(String value) {
        List<byte[]> written = new ArrayList<>(List.of(value.getBytes(StandardCharsets.UTF_8)));
        if (value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            UUID id = UUID.fromString(value);
            written.add(ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array());
        }
        List<String> hashes = new ArrayList<>();
        for (byte[] bytes : written) {
            for (String algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
                byte[] hash = hash(algorithm, bytes);
                hashes.add(HexFormat.of().formatHex(hash));
                hashes.add(HexFormat.of().formatHex(hash, 0, 16));
                hashes.add(Base64.getEncoder().encodeToString(hash));
                hashes.add(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
            }
        }
        return hashes;
    }

    private static byte[] hash(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
