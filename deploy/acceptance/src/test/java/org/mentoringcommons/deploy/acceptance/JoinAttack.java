package org.mentoringcommons.deploy.acceptance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Somebody who has stolen all databases, topics and logs and wants to know who did which of many like things: gave which
 * answer, is behind which withdrawal. Two ways are tried: values, alone or hashed, that lead from a person to one of them
 * over any number of rows; and orders: people as they stand in anything, by any column or place, beside what they did as
 * that stands in anything.
 */
final class JoinAttack {

    /** Shorter values are shared by chance. */
    private static final int SPECIFIC = 6;

    /** How seldom it may be that so many are right by chance. */
    private static final double SELDOM = 1e-5;

    /** A row as it lies in its relation, with everything in it that may lead somewhere. */
    private record Row(Relation relation, Map<String, String> cells, Set<String> values) {}

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, List<Integer>> rowsByValue = new HashMap<>();
    private final Map<String, Set<String>> alike = new HashMap<>();

    JoinAttack(List<Relation> stolen) {
        for (Relation relation : stolen) {
            for (Map<String, String> cells : relation.rows()) {
                Set<String> values = new HashSet<>();
                cells.forEach((column, value) -> {
                    if (!isPlace(column)) {
                        values.addAll(specific(value));
                    }
                });
                values.forEach(value -> rowsByValue
                        .computeIfAbsent(value, none -> new ArrayList<>())
                        .add(rows.size()));
                rows.add(new Row(relation, cells, values));
            }
        }
        rowsByValue.keySet().forEach(this::hash);
    }

    /** What the best of all tries says, as somebody judges who knows the truth. */
    record Guess(String how, long right, long tried) {

        /** So many are right only if something betrays them: of so many tries none would be by chance. */
        long beyondChance() {
            double chance = tried;
            for (long right = 1; ; right++) {
                chance /= right;
                if (chance < SELDOM) {
                    return right;
                }
            }
        }
    }

    /**
     * @param people by any name, with everything that points to them and is known outside: ids, addresses, links
     * @param truth of each of them, the id of what was done
     */
    Guess best(Map<String, Set<String>> people, Map<String, String> truth) {
        List<Guess> guesses = new ArrayList<>();
        guesses.add(new Guess("values", right(byValues(people, Set.copyOf(truth.values())), truth), 1));
        Map<String, String> byId = new HashMap<>();
        truth.values().forEach(id -> byId.put(id, id));
        Map<List<String>, String> orderedPeople = orders(handles(people), people.size());
        Map<List<String>, String> orderedDeeds = orders(byId, truth.size());
        orderedPeople.forEach((persons, peopleBy) -> orderedDeeds.forEach((deeds, deedsBy) -> {
            Map<String, String> beside = new HashMap<>();
            for (int place = 0; place < persons.size(); place++) {
                beside.put(persons.get(place), deeds.get(place));
            }
            guesses.add(new Guess(peopleBy + " beside " + deedsBy, right(beside, truth), 1));
        }));
        return guesses.stream()
                .max(Comparator.comparingLong(Guess::right))
                .map(best -> new Guess(best.how(), best.right(), guesses.size()))
                .orElseThrow();
    }

    private static long right(Map<String, String> guessed, Map<String, String> truth) {
        return guessed.entrySet().stream()
                .filter(guess -> guess.getValue().equals(truth.get(guess.getKey())))
                .count();
    }

    private void hash(String value) {
        for (String hash : Hashes.of(value)) {
            if (rowsByValue.containsKey(hash)) {
                alike.computeIfAbsent(value, none -> new HashSet<>()).add(hash);
                alike.computeIfAbsent(hash, none -> new HashSet<>()).add(value);
            }
        }
    }

    private Map<String, String> byValues(Map<String, Set<String>> people, Set<String> deeds) {
        Map<String, String> guessed = new HashMap<>();
        people.forEach((person, handles) -> {
            Set<String> reached = reached(handles, deeds, Math.max(4, people.size() / 2));
            if (reached.size() == 1) {
                guessed.put(person, reached.iterator().next());
            }
        });
        return guessed;
    }

    /** What values lead to that belong to few: what everybody has leads to nobody. */
    private Set<String> reached(Set<String> handles, Set<String> deeds, int common) {
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        handles.forEach(handle -> {
            hash(plain(handle)); // what is known outside need not be in anything that was stolen
            next.add(plain(handle));
        });
        Set<String> found = new TreeSet<>();
        while (!next.isEmpty()) {
            String value = next.poll();
            if (!seen.add(value)) {
                continue;
            }
            if (deeds.contains(value)) {
                found.add(value);
            }
            next.addAll(alike.getOrDefault(value, Set.of()));
            List<Integer> having = rowsByValue.getOrDefault(value, List.of());
            if (having.size() < common) {
                having.forEach(row -> next.addAll(rows.get(row).values()));
            }
        }
        return found;
    }

    /** Whom anything names: what names an invitation names its person. */
    private Map<String, String> handles(Map<String, Set<String>> people) {
        Map<String, String> personByHandle = new HashMap<>();
        people.forEach((person, handles) -> handles.forEach(handle -> personByHandle.put(plain(handle), person)));
        Map<String, String> named = new HashMap<>();
        mentions(personByHandle).forEach((row, names) -> {
            String id = rows.get(row).cells().get("id");
            if (names.size() == 1 && id != null) {
                named.putIfAbsent(plain(id), names.iterator().next());
            }
        });
        named.forEach(personByHandle::putIfAbsent);
        return personByHandle;
    }

    /** Rows, in the order in which they lie, with whom or what each of them names. */
    private SortedMap<Integer, Set<String>> mentions(Map<String, String> nameByValue) {
        SortedMap<Integer, Set<String>> mentions = new TreeMap<>();
        nameByValue.forEach(
                (value, name) -> rowsByValue.getOrDefault(value, List.of()).forEach(row -> mentions.computeIfAbsent(
                                row, none -> new HashSet<>())
                        .add(name)));
        return mentions;
    }

    /** All orders in which these stand anywhere, all of them once; forwards and backwards. */
    private Map<List<String>, String> orders(Map<String, String> nameByValue, int all) {
        Map<Relation, List<Integer>> naming = new IdentityHashMap<>();
        Map<Integer, String> names = new HashMap<>();
        mentions(nameByValue).forEach((row, named) -> {
            if (named.size() == 1) {
                names.put(row, named.iterator().next());
                naming.computeIfAbsent(rows.get(row).relation(), none -> new ArrayList<>())
                        .add(row);
            }
        });
        Map<List<String>, String> found = new HashMap<>();
        naming.forEach((relation, mentioning) -> {
            if (new HashSet<>(mentioning.stream().map(names::get).toList()).size() < all) {
                return;
            }
            keep(found, mentioning.stream().map(names::get).toList(), relation.name() + " as it lies");
            Set<String> columns = new TreeSet<>();
            mentioning.forEach(row -> columns.addAll(rows.get(row).cells().keySet()));
            for (String column : columns) {
                List<Integer> order = new ArrayList<>(mentioning);
                order.sort(Comparator.comparing(
                        row -> rows.get(row).cells().getOrDefault(column, ""), JoinAttack::compare));
                keep(found, order.stream().map(names::get).toList(), relation.name() + " by " + column);
            }
        });
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
}
