package org.mentoringcommons.analytics.disclosure;

import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often somebody is counted in each group, modulo {@link Modular#PRIME}; nearly all are nothing. Immutable. */
record Weights(SortedMap<Integer, Long> byGroup) {

    static Weights of(BitSet groups) {
        SortedMap<Integer, Long> once = new TreeMap<>();
        groups.stream().forEach(group -> once.put(group, 1L));
        return new Weights(once);
    }

    boolean areNothing() {
        return byGroup.isEmpty();
    }

    /** The same in groups of which the other has none. */
    Weights and(Weights other) {
        SortedMap<Integer, Long> both = new TreeMap<>(byGroup);
        both.putAll(other.byGroup);
        return new Weights(both);
    }

    Weights less(Weights other) {
        return less(other, 1);
    }

    Weights less(Weights other, long times) {
        SortedMap<Integer, Long> rest = new TreeMap<>(byGroup);
        other.byGroup.forEach((group, weight) -> {
            long left = Modular.difference(rest.getOrDefault(group, 0L), Modular.product(times, weight));
            if (left == 0) {
                rest.remove(group);
            } else {
                rest.put(group, left);
            }
        });
        return new Weights(rest);
    }

    /** What is left when something that counts for nothing is taken away as often as its first group has it. */
    Weights without(Weights nothing) {
        long times = times(nothing);
        return times == 0 ? this : less(nothing, times);
    }

    /** How often something has to be taken away for its first group to have nothing left. */
    long times(Weights other) {
        int first = other.byGroup.firstKey();
        long times = byGroup.getOrDefault(first, 0L);
        return times == 0 ? 0 : Modular.product(times, Modular.inverse(other.byGroup.get(first)));
    }

    /** The same for all that are multiples of each other. */
    Weights direction() {
        if (areNothing() || byGroup.get(byGroup.firstKey()) == 1) {
            return this;
        }
        long inverse = Modular.inverse(byGroup.get(byGroup.firstKey()));
        SortedMap<Integer, Long> scaled = new TreeMap<>(byGroup);
        scaled.replaceAll((group, weight) -> Modular.product(inverse, weight));
        return new Weights(scaled);
    }

    /** In how many groups they differ. */
    int differences(Weights other) {
        int differences = 0;
        for (var weight : byGroup.entrySet()) {
            differences += weight.getValue().equals(other.byGroup.get(weight.getKey())) ? 0 : 1;
        }
        for (Integer group : other.byGroup.keySet()) {
            differences += byGroup.containsKey(group) ? 0 : 1;
        }
        return differences;
    }
}
