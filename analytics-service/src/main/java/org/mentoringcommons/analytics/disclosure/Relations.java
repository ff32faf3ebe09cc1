package org.mentoringcommons.analytics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Every way in which groups of people add up, found by elimination: the weights w with Σ w(g)·1(g) = 0, where 1(g) tells who
 * is in group g. A group follows from others exactly if one of these ways has it and, besides it, only those others.
 * Arithmetic is modulo the prime 2⁶¹ - 1, which errs only if it divides a determinant of zeros and ones that is not zero.
 */
public final class Relations {

    private final int groups;
    private final List<long[]> weights;

    private Relations(int groups, List<long[]> weights) {
        this.groups = groups;
        this.weights = weights;
    }

    /**
     * Finds them.
     *
     * @param members for each group the strata of people it has; strata that nobody is in are left out
     * @param besides sums that strata do not tell
     */
    public static Relations among(List<BitSet> members, List<Links.Sum> besides) {
        int groups = members.size();
        int strata = members.stream().mapToInt(BitSet::length).max().orElse(0);
        List<long[]> reduced = new ArrayList<>();
        List<Integer> pivots = new ArrayList<>();
        List<long[]> weights = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            long[] row = new long[strata + groups]; // who is in it, and how it was made
            members.get(group).stream().forEach(stratum -> row[stratum] = 1);
            row[strata + group] = 1;
            int pivot = reduce(row, reduced, pivots, strata);
            if (pivot < 0) {
                weights.add(Arrays.copyOfRange(row, strata, strata + groups));
            } else {
                reduced.add(row);
                pivots.add(pivot);
            }
        }
        for (Links.Sum sum : besides) {
            long[] way = new long[groups];
            sum.parts().forEach(part -> way[part] = 1);
            way[sum.whole()] = Modular.PRIME - 1;
            weights.add(way);
        }
        return new Relations(groups, weights);
    }

    /** {@return of hidden groups those that follow exactly from groups that are not hidden, each with these} */
    public Map<Integer, BitSet> following(BitSet hidden) {
        List<long[]> reduced = new ArrayList<>();
        List<Integer> pivots = new ArrayList<>();
        int[] columns = IntStream.concat(
                        hidden.stream().filter(group -> group < groups),
                        IntStream.range(0, groups).filter(group -> !hidden.get(group)))
                .toArray();
        int unknown = (int) hidden.stream().filter(group -> group < groups).count();
        for (long[] way : weights) {
            long[] row = Arrays.stream(columns).mapToLong(group -> way[group]).toArray();
            int pivot = reduce(row, reduced, pivots, unknown);
            if (pivot >= 0) {
                long inverse = Modular.inverse(row[pivot]);
                for (int i = 0; i < row.length; i++) {
                    row[i] = Modular.product(row[i], inverse);
                }
                for (long[] other : reduced) {
                    subtract(other, row, other[pivot]);
                }
                reduced.add(row);
                pivots.add(pivot);
            }
        }
        Map<Integer, BitSet> following = new TreeMap<>();
        for (int i = 0; i < reduced.size(); i++) {
            long[] row = reduced.get(i);
            if (IntStream.range(0, unknown).filter(column -> row[column] != 0).count() == 1) {
                BitSet from = new BitSet();
                IntStream.range(unknown, row.length)
                        .filter(column -> row[column] != 0)
                        .forEach(column -> from.set(columns[column]));
                following.put(columns[pivots.get(i)], from);
            }
        }
        return following;
    }

    /** {@return how many independent ways there are} */
    public int count() {
        return weights.size();
    }

    /** Takes away what is known; {@return the first place where something is left, or -1} */
    private static int reduce(long[] row, List<long[]> reduced, List<Integer> pivots, int width) {
        for (int i = 0; i < reduced.size(); i++) {
            long factor = row[pivots.get(i)];
            if (factor != 0) {
                long[] known = reduced.get(i);
                subtract(row, known, Modular.product(factor, Modular.inverse(known[pivots.get(i)])));
            }
        }
        for (int i = 0; i < width; i++) {
            if (row[i] != 0) {
                return i;
            }
        }
        return -1;
    }

    private static void subtract(long[] row, long[] known, long factor) {
        if (factor == 0) {
            return;
        }
        for (int i = 0; i < row.length; i++) {
            if (known[i] != 0) {
                row[i] = Modular.difference(row[i], Modular.product(factor, known[i]));
            }
        }
    }
}
