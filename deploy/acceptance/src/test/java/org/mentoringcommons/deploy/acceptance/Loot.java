package org.mentoringcommons.deploy.acceptance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything that was stolen, by the values in it: where they lead, and whom rows name. */
final class Loot {

    /** Shorter values lead nowhere. */
    static final int SPECIFIC = 6;

    /** Ids, hashes, tokens, moments: two that are the same have to do with each other. */
    static final int UNIQUE = 22;

    /** A row as it lies in its relation, with everything in it that may lead somewhere. */
    record Row(Relation relation, Map<String, String> cells, Set<String> values) {}

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, List<Integer>> rowsByValue = new HashMap<>();
    private final Map<String, Set<String>> alike = new HashMap<>();

    Loot(List<Relation> stolen) {
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

    Row row(int number) {
        return rows.get(number);
    }

    private void hash(String value) {
        for (String hash : Hashes.of(value)) {
            if (rowsByValue.containsKey(hash)) {
                alike.computeIfAbsent(value, none -> new HashSet<>()).add(hash);
                alike.computeIfAbsent(hash, none -> new HashSet<>()).add(value);
            }
        }
    }

    /**
     * What values lead to that belong to few: what everybody has leads to nobody.
     *
     * @param common in so many rows it belongs to everybody
     * @param shortest of the values on the way
     */
    Set<String> reached(Set<String> handles, Set<String> deeds, int common, int shortest) {
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
                having.forEach(row -> rows.get(row).values().stream()
                        .filter(leading -> leading.length() >= shortest)
                        .forEach(next::add));
            }
        }
        return found;
    }

    /** Whom anything names: what names an invitation names its person. */
    Map<String, String> handles(Map<String, Set<String>> people) {
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
    SortedMap<Integer, Set<String>> mentions(Map<String, String> nameByValue) {
        SortedMap<Integer, Set<String>> mentions = new TreeMap<>();
        nameByValue.forEach(
                (value, name) -> rowsByValue.getOrDefault(value, List.of()).forEach(row -> mentions.computeIfAbsent(
                                row, none -> new HashSet<>())
                        .add(name)));
        return mentions;
    }

    /** Whom or what this cell names. */
    static Set<String> named(String cell, Map<String, String> nameByValue) {
        Set<String> named = new HashSet<>();
        specific(cell).forEach(value -> {
            if (nameByValue.containsKey(value)) {
                named.add(nameByValue.get(value));
            }
        });
        return named;
    }

    /** A place in a file or a transaction's number says something by order only. */
    private static boolean isPlace(String column) {
        return Set.of("ctid", "xmin", "offset", "partition", "line").contains(column);
    }

    /** A value, and the words in it. */
    private static Set<String> specific(String value) {
        Set<String> parts = new HashSet<>();
        Stream.concat(Stream.of(value), Stream.of(value.split("[^A-Za-z0-9_@.-]+")))
                .map(Loot::plain)
                .filter(part -> part.length() >= SPECIFIC)
                .forEach(parts::add);
        return parts;
    }

    private static String plain(String value) {
        return value.startsWith("\\x") ? value.substring(2) : value;
    }
}
