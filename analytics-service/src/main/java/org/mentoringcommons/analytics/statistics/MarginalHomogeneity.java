package org.mentoringcommons.analytics.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;

/**
 * Whether answers before and now have the same distribution (Stuart-Maxwell, Bhapkar) and whether changes up and down
 * balance cell by cell (Bowker), from a square table of counts.
 */
public final class MarginalHomogeneity {
    private static final Method METHOD = Method.first("Stuart-Maxwell, Bhapkar and Bowker tests of a square table");

    private MarginalHomogeneity() {}

    /**
     * Computes the three tests.
     *
     * @param table pairs; the categories are the values that occur before or now
     * @return the tests; each is absent where it is not determined
     */
    public static Result of(PairTable table) {
        List<Integer> categories = Stream.concat(
                        table.before().toMap().keySet().stream(), table.now().toMap().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        int k = categories.size();
        if (k < 2) {
            OptionalDouble none = OptionalDouble.empty();
            return new Result(
                    METHOD, k == 0 ? Outcome.NO_DATA : Outcome.CONSTANT, none, none, none, 0, none, none, 0, none);
        }
        double[][] cells = cells(table, categories);
        OptionalDouble stuart = stuartMaxwell(cells);
        OptionalDouble bhapkar = stuart.isPresent() && stuart.getAsDouble() < table.n()
                ? OptionalDouble.of(stuart.getAsDouble() / (1 - stuart.getAsDouble() / table.n()))
                : OptionalDouble.empty();
        double bowker = 0;
        int df = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i + 1; j < k; j++) {
                double up = cells[i][j];
                double down = cells[j][i];
                if (up + down > 0) {
                    bowker += (up - down) * (up - down) / (up + down);
                    df++;
                }
            }
        }
        return new Result(
                METHOD,
                stuart.isPresent() ? Outcome.COMPUTED : Outcome.NOT_ESTIMABLE,
                stuart,
                bhapkar,
                p(stuart, k - 1),
                k - 1,
                p(bhapkar, k - 1),
                df == 0 ? OptionalDouble.empty() : OptionalDouble.of(bowker),
                df,
                df == 0 ? OptionalDouble.empty() : OptionalDouble.of(ChiSquared.survival(bowker, df)));
    }

    /** The table with a row and a column a category: looking cells up one by one takes longer than the tests. */
    private static double[][] cells(PairTable table, List<Integer> categories) {
        int[] sorted = categories.stream().mapToInt(Integer::intValue).toArray();
        double[][] cells = new double[sorted.length][sorted.length];
        table.each((before, now, count) ->
                cells[Arrays.binarySearch(sorted, before)][Arrays.binarySearch(sorted, now)] = count);
        return cells;
    }

    private static OptionalDouble stuartMaxwell(double[][] cells) {
        int size = cells.length - 1;
        double[] before = new double[cells.length];
        double[] now = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < cells.length; j++) {
                before[i] += cells[i][j];
                now[j] += cells[i][j];
            }
        }
        double[] difference = new double[size];
        SimpleMatrix covariance = new SimpleMatrix(size, size);
        for (int i = 0; i < size; i++) {
            difference[i] = before[i] - now[i];
            for (int j = 0; j < size; j++) {
                covariance.set(i, j, i == j ? before[i] + now[i] - 2 * cells[i][i] : -cells[i][j] - cells[j][i]);
            }
        }
        return Symmetric.quadratic(covariance, difference);
    }

    private static OptionalDouble p(OptionalDouble statistic, int df) {
        return statistic.isPresent()
                ? OptionalDouble.of(ChiSquared.survival(statistic.getAsDouble(), df))
                : OptionalDouble.empty();
    }

    /**
     * What the tests found.
     *
     * @param method the tests
     * @param outcome COMPUTED, or why the first two are absent
     * @param stuartMaxwell chi-squared statistic of equal margins
     * @param bhapkar the same with the unrestricted covariance; absent where it is infinite
     * @param stuartMaxwellP its p
     * @param df degrees of freedom of both, categories - 1
     * @param bhapkarP its p
     * @param bowker chi-squared statistic of symmetry, over pairs of cells that are not both empty
     * @param bowkerDf the number of those pairs
     * @param bowkerP its p
     */
    public record Result(
            Method method,
            Outcome outcome,
            OptionalDouble stuartMaxwell,
            OptionalDouble bhapkar,
            OptionalDouble stuartMaxwellP,
            int df,
            OptionalDouble bhapkarP,
            OptionalDouble bowker,
            int bowkerDf,
            OptionalDouble bowkerP) {}
}
