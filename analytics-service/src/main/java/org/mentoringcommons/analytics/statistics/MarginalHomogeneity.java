package org.mentoringcommons.analytics.statistics;

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
        OptionalDouble stuart = stuartMaxwell(table, categories);
        OptionalDouble bhapkar = stuart.isPresent() && stuart.getAsDouble() < table.n()
                ? OptionalDouble.of(stuart.getAsDouble() / (1 - stuart.getAsDouble() / table.n()))
                : OptionalDouble.empty();
        double bowker = 0;
        int df = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i + 1; j < k; j++) {
                double up = table.count(categories.get(i), categories.get(j));
                double down = table.count(categories.get(j), categories.get(i));
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

    private static OptionalDouble stuartMaxwell(PairTable table, List<Integer> categories) {
        int size = categories.size() - 1;
        SimpleMatrix difference = new SimpleMatrix(size, 1);
        SimpleMatrix covariance = new SimpleMatrix(size, size);
        Counts before = table.before();
        Counts now = table.now();
        for (int i = 0; i < size; i++) {
            int one = categories.get(i);
            difference.set(i, 0, before.countOf(one) - now.countOf(one));
            for (int j = 0; j < size; j++) {
                int other = categories.get(j);
                covariance.set(
                        i,
                        j,
                        i == j
                                ? before.countOf(one) + now.countOf(one) - 2 * table.count(one, one)
                                : -table.count(one, other) - table.count(other, one));
            }
        }
        return Symmetric.solve(covariance, difference)
                .map(solution -> OptionalDouble.of(difference.dot(solution)))
                .orElse(OptionalDouble.empty());
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
