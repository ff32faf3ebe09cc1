package org.mentoringcommons.analytics.attack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Everything that published sums tell about some kinds of people and no others, by elimination modulo a prime. */
final class Span {

    private static final long PRIME = Integer.MAX_VALUE;

    private final int kinds;
    private final List<long[]> rows;

    /** Sums of people of so many kinds, told by who is in them. */
    Span(int kinds, List<BitSet> sums) {
        this.kinds = kinds;
        BitSet all = new BitSet();
        all.set(0, kinds);
        this.rows = independent(
                sums.stream()
                        .distinct()
                        .map(sum -> {
                            long[] row = new long[kinds];
                            sum.stream().forEach(kind -> row[kind] = 1);
                            return row;
                        })
                        .toList(),
                all);
    }

    /** {@return whether some combination counts somebody of these kinds, and nobody else} */
    boolean tellsOf(BitSet some) {
        BitSet others = new BitSet();
        others.set(0, kinds);
        others.andNot(some);
        return independent(rows, others).size() < rows.size();
    }

    private List<long[]> independent(List<long[]> sums, BitSet columns) {
        List<long[]> reduced = new ArrayList<>();
        List<Integer> pivots = new ArrayList<>();
        for (long[] sum : sums) {
            long[] row = sum.clone();
            for (int i = 0; i < reduced.size(); i++) {
                long[] known = reduced.get(i);
                long factor = row[pivots.get(i)];
                for (int kind = 0; factor != 0 && kind < kinds; kind++) {
                    row[kind] = Math.floorMod(row[kind] - factor * known[kind], PRIME);
                }
            }
            columns.stream().filter(kind -> row[kind] != 0).findFirst().ifPresent(pivot -> {
                long inverse = power(row[pivot], PRIME - 2);
                for (int kind = 0; kind < kinds; kind++) {
                    row[kind] = row[kind] * inverse % PRIME;
                }
                reduced.add(row);
                pivots.add(pivot);
            });
        }
        return reduced;
    }

    private static long power(long base, long exponent) {
        long power = 1;
        long square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            power = (left & 1) == 1 ? power * square % PRIME : power;
            square = square * square % PRIME;
        }
        return power;
    }
}
