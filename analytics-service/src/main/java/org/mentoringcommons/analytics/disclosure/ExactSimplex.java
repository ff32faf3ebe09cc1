package org.mentoringcommons.analytics.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Linear programs over non-negative unknowns with given sums, solved in integers: the simplex method with Bland's rule, the
 * tableau kept over one common denominator. The feasible point is found once; objectives are then optimised one after
 * another.
 */
final class ExactSimplex {
    private static final int ARTIFICIAL = -1;

    private final int unknowns;
    private BigInteger[][] tableau;
    private int[] basis;
    private BigInteger denominator = BigInteger.ONE;

    /**
     * @param sums coefficients of each equation
     * @param values right-hand sides, not negative, satisfied by some non-negative solution
     */
    ExactSimplex(List<BigInteger[]> sums, List<BigInteger> values, int unknowns) {
        this.unknowns = unknowns;
        this.tableau = new BigInteger[sums.size()][];
        for (int i = 0; i < tableau.length; i++) {
            tableau[i] = Arrays.copyOf(sums.get(i), unknowns + 1);
            tableau[i][unknowns] = values.get(i);
        }
        this.basis = new int[tableau.length];
        Arrays.fill(basis, ARTIFICIAL);
        findFeasiblePoint();
    }

    /** The largest value of a weighted sum of the unknowns; infinite if it has no bound. */
    double maximum(BigInteger[] objective) {
        while (true) {
            int entering = entering(objective);
            if (entering < 0) {
                BigInteger value = BigInteger.ZERO;
                for (int i = 0; i < basis.length; i++) {
                    value = value.add(objective[basis[i]].multiply(tableau[i][unknowns]));
                }
                return new java.math.BigDecimal(value)
                        .divide(new java.math.BigDecimal(denominator), java.math.MathContext.DECIMAL64)
                        .doubleValue();
            }
            int leaving = leaving(entering);
            if (leaving < 0) {
                return Double.POSITIVE_INFINITY;
            }
            pivot(leaving, entering);
        }
    }

    private int entering(BigInteger[] objective) {
        for (int column = 0; column < unknowns; column++) {
            BigInteger gain = objective[column].multiply(denominator);
            for (int i = 0; i < basis.length; i++) {
                if (objective[basis[i]].signum() != 0 && tableau[i][column].signum() != 0) {
                    gain = gain.subtract(objective[basis[i]].multiply(tableau[i][column]));
                }
            }
            if (gain.signum() > 0) {
                return column;
            }
        }
        return -1;
    }

    private void findFeasiblePoint() {
        int entering = infeasible();
        while (entering >= 0) {
            pivot(leaving(entering), entering);
            entering = infeasible();
        }
        // what is still artificial stands at zero: exchange it, or drop an equation that says nothing new
        List<BigInteger[]> rows = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < tableau.length; i++) {
            if (basis[i] == ARTIFICIAL) {
                int column = firstNonZero(tableau[i]);
                if (column < 0) {
                    continue;
                }
                if (tableau[i][column].signum() < 0) {
                    for (int j = 0; j <= unknowns; j++) {
                        tableau[i][j] = tableau[i][j].negate();
                    }
                }
                pivot(i, column);
            }
        }
        for (int i = 0; i < tableau.length; i++) {
            if (basis[i] != ARTIFICIAL) {
                rows.add(tableau[i]);
                kept.add(basis[i]);
            }
        }
        tableau = rows.toArray(BigInteger[][]::new);
        basis = kept.stream().mapToInt(Integer::intValue).toArray();
    }

    /** A column that lowers the sum of the artificial unknowns. */
    private int infeasible() {
        for (int column = 0; column < unknowns; column++) {
            BigInteger gain = BigInteger.ZERO;
            for (int i = 0; i < basis.length; i++) {
                gain = basis[i] == ARTIFICIAL ? gain.add(tableau[i][column]) : gain;
            }
            if (gain.signum() > 0) {
                return column;
            }
        }
        return -1;
    }

    private int leaving(int column) {
        int best = -1;
        for (int i = 0; i < tableau.length; i++) {
            if (tableau[i][column].signum() > 0) {
                int order = best < 0
                        ? -1
                        : tableau[i][unknowns]
                                .multiply(tableau[best][column])
                                .compareTo(tableau[best][unknowns].multiply(tableau[i][column]));
                if (order < 0 || order == 0 && basis[i] < basis[best]) {
                    best = i;
                }
            }
        }
        return best;
    }

    private void pivot(int row, int column) {
        BigInteger pivot = tableau[row][column];
        boolean whole = pivot.equals(BigInteger.ONE) && denominator.equals(BigInteger.ONE);
        for (int i = 0; i < tableau.length; i++) {
            BigInteger factor = tableau[i][column];
            if (i != row && whole) {
                subtract(i, row, factor);
            } else if (i != row) {
                for (int j = 0; j <= unknowns; j++) {
                    tableau[i][j] = tableau[i][j]
                            .multiply(pivot)
                            .subtract(factor.multiply(tableau[row][j]))
                            .divide(denominator);
                }
            }
        }
        denominator = pivot;
        basis[row] = column;
    }

    /** Sums of people mostly stay sums of people: then most entries are zero, and none need be multiplied or divided. */
    private void subtract(int from, int row, BigInteger factor) {
        for (int j = 0; factor.signum() != 0 && j <= unknowns; j++) {
            if (tableau[row][j].signum() != 0) {
                tableau[from][j] = tableau[from][j].subtract(factor.multiply(tableau[row][j]));
            }
        }
    }

    private int firstNonZero(BigInteger[] row) {
        for (int column = 0; column < unknowns; column++) {
            if (row[column].signum() != 0) {
                return column;
            }
        }
        return -1;
    }
}
