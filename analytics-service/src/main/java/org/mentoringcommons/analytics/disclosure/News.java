package org.mentoringcommons.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a combination of published groups tells besides what follows from groups that were told before. A combination is how
 * often each group is taken; it follows from those told before exactly if each of these weighted sums of it is nothing.
 * Immutable.
 */
final class News {

    /** Nothing was told before. */
    static final News EVERYTHING = new News(null);

    private final List<Weights> sums;

    private News(List<Weights> sums) {
        this.sums = sums;
    }

    /**
     * What published groups tell besides others. A group that follows from those before it, up to what was told, is weighed as
     * they are.
     *
     * @param groupsOf which groups each kind of people that there is is in
     * @param told before
     */
    static News of(Collection<BitSet> groupsOf, BitSet published, BitSet told) {
        List<Weights> members = members(groupsOf, published);
        List<Weights> known = new ArrayList<>();
        told.stream().forEach(group -> add(known, reduced(members.get(group), known)));
        List<Weights> rows = new ArrayList<>();
        List<Weights> made = new ArrayList<>(); // of which new groups each row is, up to what was told
        Map<Integer, SortedMap<Integer, Long>> sums = new LinkedHashMap<>();
        BitSet others = (BitSet) published.clone();
        others.andNot(told);
        others.stream().forEach(group -> {
            Weights row = reduced(members.get(group), known);
            Weights rest = Weights.of(only(group));
            for (int i = 0; i < rows.size(); i++) {
                if (row.areNothing()) {
                    break;
                }
                long times = row.times(rows.get(i));
                if (times != 0) {
                    row = row.less(rows.get(i), times);
                    rest = rest.less(made.get(i), times);
                }
            }
            if (row.areNothing()) {
                rest.byGroup().forEach((of, weight) -> {
                    if (of != group) {
                        sums.get(of).put(group, Modular.difference(0, weight));
                    }
                });
            } else {
                rows.add(row);
                made.add(rest);
                sums.computeIfAbsent(group, none -> new TreeMap<>()).put(group, 1L);
            }
        });
        return new News(sums.values().stream().map(Weights::new).toList());
    }

    /** Of each group, the kinds of people in it; kinds that no published group tells apart are one. */
    private static List<Weights> members(Collection<BitSet> groupsOf, BitSet published) {
        Set<BitSet> kinds = new LinkedHashSet<>();
        groupsOf.forEach(groups -> {
            BitSet in = (BitSet) groups.clone();
            in.and(published);
            kinds.add(in);
        });
        List<SortedMap<Integer, Long>> members = new ArrayList<>();
        for (int group = 0; group < published.length(); group++) {
            members.add(new TreeMap<>());
        }
        int kind = 0;
        for (BitSet groups : kinds) {
            int number = kind++;
            groups.stream().forEach(group -> members.get(group).put(number, 1L));
        }
        return members.stream().map(Weights::new).toList();
    }

    private static BitSet only(int group) {
        BitSet only = new BitSet();
        only.set(group);
        return only;
    }

    private static Weights reduced(Weights row, List<Weights> rows) {
        Weights left = row;
        for (Weights other : rows) {
            if (left.areNothing()) {
                break;
            }
            left = left.without(other);
        }
        return left;
    }

    private static void add(List<Weights> rows, Weights row) {
        if (!row.areNothing()) {
            rows.add(row);
        }
    }

    /** {@return the same of combinations that count something for nothing} */
    News without(Weights nothing) {
        return sums == null
                ? this
                : new News(sums.stream().map(sum -> sum.without(nothing)).toList());
    }

    /** {@return whether all combinations that are left were told before} */
    boolean isNone() {
        return sums != null && sums.stream().allMatch(Weights::areNothing);
    }
}
