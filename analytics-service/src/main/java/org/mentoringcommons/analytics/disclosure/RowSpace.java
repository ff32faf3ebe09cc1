package org.mentoringcommons.analytics.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Everything that follows from published sums by adding and subtracting them: exact integer Gaussian elimination. */
final class RowSpace {
    private final List<BigInteger[]> reduced = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    void add(BigInteger[] row) {
        BigInteger[] rest = remainder(row);
        for (int column = 0; column < rest.length; column++) {
            if (rest[column].signum() != 0) {
                reduced.add(rest);
                pivots.add(column);
                return;
            }
        }
    }

    /** Whether a sum is a linear combination of those added, so that its value is known exactly. */
    boolean contains(BigInteger[] row) {
        for (BigInteger entry : remainder(row)) {
            if (entry.signum() != 0) {
                return false;
            }
        }
        return true;
    }

    private BigInteger[] remainder(BigInteger[] row) {
        BigInteger[] rest = row.clone();
        for (int i = 0; i < reduced.size(); i++) {
            BigInteger[] known = reduced.get(i);
            BigInteger factor = rest[pivots.get(i)];
            if (factor.signum() != 0) {
                BigInteger scale = known[pivots.get(i)];
                BigInteger common = BigInteger.ZERO;
                for (int j = 0; j < rest.length; j++) {
                    rest[j] = rest[j].multiply(scale).subtract(known[j].multiply(factor));
                    common = common.gcd(rest[j]);
                }
                if (common.compareTo(BigInteger.ONE) > 0) {
                    for (int j = 0; j < rest.length; j++) {
                        rest[j] = rest[j].divide(common);
                    }
                }
            }
        }
        return rest;
    }
}
