package org.mentoringcommons.deploy.acceptance;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Orders and groups in which people, or what they did, stand anywhere in the loot: all of them or some, in a table by any
 * column or place, beside one value of a column, in one row. Both are written by the numbers of the people.
 */
final class Sightings {

    private final Map<String, Integer> numberByName;
    private final Map<List<Integer>, String> orders = new HashMap<>();
    private final Map<BitSet, String> groups = new HashMap<>();

    /**
     * @param nameByValue who or what is named by which value
     * @param numberByName of each of them the person
     */
    Sightings(Loot loot, Map<String, String> nameByValue, Map<String, Integer> numberByName) {
        this.numberByName = numberByName;
        Map<Relation, SortedMap<Integer, Integer>> naming = new IdentityHashMap<>();
        loot.mentions(nameByValue).forEach((number, names) -> {
            Loot.Row row = loot.row(number);
            if (names.size() == 1) {
                naming.computeIfAbsent(row.relation(), none -> new TreeMap<>())
                        .put(number, numberByName.get(names.iterator().next()));
            } else {
                withinOne(row, nameByValue);
            }
        });
        naming.forEach((relation, people) -> across(loot, relation, people));
    }

    /** Orders, each with where it was seen; forwards only. */
    Map<List<Integer>, String> orders() {
        return orders;
    }

    /** Groups of two and more, not of all, each with where it was seen. */
    Map<BitSet, String> groups() {
        return groups;
    }

    private void withinOne(Loot.Row row, Map<String, String> nameByValue) {
        List<Integer> order = new ArrayList<>();
        row.cells().forEach((column, cell) -> {
            Set<String> named = Loot.named(cell, nameByValue);
            if (named.size() == 1) {
                order.add(numberByName.get(named.iterator().next()));
            }
        });
        keep(order, row.relation().name() + " in a row");
    }

    private void across(Loot loot, Relation relation, SortedMap<Integer, Integer> people) {
        keep(List.copyOf(people.values()), relation.name() + " as it lies");
        Set<String> columns = new TreeSet<>();
        people.keySet().forEach(row -> columns.addAll(loot.row(row).cells().keySet()));
        for (String column : columns) {
            Map<String, List<Integer>> byValue = new HashMap<>();
            List<Integer> order = new ArrayList<>(people.keySet());
            order.forEach(row -> byValue.computeIfAbsent(cell(loot, row, column), none -> new ArrayList<>())
                    .add(people.get(row)));
            order.sort(Comparator.comparing(row -> cell(loot, row, column), Sightings::compare));
            keep(order.stream().map(people::get).toList(), relation.name() + " by " + column);
            byValue.forEach((value, some) -> keepGroup(some, relation.name() + " with one " + column));
        }
    }

    private static String cell(Loot loot, int row, String column) {
        return loot.row(row).cells().getOrDefault(column, "");
    }

    /** First and last mentions. */
    private void keep(List<Integer> mentions, String how) {
        List<Integer> first = mentions.stream().distinct().toList();
        List<Integer> backwards = new ArrayList<>(mentions);
        Collections.reverse(backwards);
        List<Integer> last = new ArrayList<>(backwards.stream().distinct().toList());
        Collections.reverse(last);
        if (first.size() > 1) {
            orders.putIfAbsent(first, how);
            orders.putIfAbsent(List.copyOf(last), how + ", from its end");
        }
        keepGroup(mentions, how);
    }

    private void keepGroup(List<Integer> people, String how) {
        Set<Integer> some = new HashSet<>(people);
        if (some.size() > 1 && some.size() < new HashSet<>(numberByName.values()).size()) {
            BitSet group = new BitSet();
            some.forEach(group::set);
            groups.putIfAbsent(group, how);
        }
    }

    private static int compare(String one, String other) {
        boolean numbers = one.matches("-?[0-9]{1,18}") && other.matches("-?[0-9]{1,18}");
        return numbers ? Long.compare(Long.parseLong(one), Long.parseLong(other)) : one.compareTo(other);
    }
}
