package org.mentoringcommons.analytics.statistics;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** How alike the people of one workshop are: ANOVA ICC(1) for unequal sizes, and the design effect it causes. */
public final class IntraclassCorrelation {
    private static final Method METHOD =
            Method.first("ANOVA ICC(1), unequal sizes; design effect 1 + (mean size - 1) max(0, ICC)");

    private IntraclassCorrelation() {}

    /**
     * Computes both.
     *
     * @param clusters counts of one variable, one a workshop, same unit; empty ones are left out
     * @return the result; absent below two workshops, where nobody shares a workshop or nothing varies
     */
    public static Result of(Collection<Counts> clusters) {
        List<Counts> filled =
                clusters.stream().filter(cluster -> !cluster.isEmpty()).toList();
        Counts all = together(filled);
        Spread spread = new Spread(all);
        for (Counts cluster : filled) {
            Moments.Sums sums = Moments.Sums.of(cluster);
            spread.add(cluster.n(), sums.total().doubleValue(), sums.scatter().doubleValue());
        }
        return spread.result();
    }

    /**
     * Computes both from people, workshop by workshop.
     *
     * @return the same, to the last bit, as from counts by workshop in the same order
     */
    public static Result of(ClusterDifferences people) {
        Spread spread = new Spread(people.all());
        int person = 0;
        for (int cluster = 0; cluster < people.clusters(); cluster++) {
            int size = people.end(cluster) - person;
            long sum = 0;
            long squares = 0;
            for (; person < people.end(cluster); person++) {
                int difference = people.difference(person);
                sum += difference;
                squares += (long) difference * difference;
            }
            spread.add(size, sum, scatter(size, sum, squares));
        }
        return spread.result();
    }

    /** n Σx² − (Σx)², exact before it is rounded once. */
    private static double scatter(long n, long sum, long squares) {
        return n < 1 << 15 // and so the squares below 2^45
                ? n * squares - sum * sum
                : BigInteger.valueOf(n)
                        .multiply(BigInteger.valueOf(squares))
                        .subtract(BigInteger.valueOf(sum).pow(2))
                        .doubleValue();
    }

    /** What varies between workshops and within them, added up. */
    private static final class Spread {
        private final Counts all;
        private final double grand;
        private int k;
        private double between;
        private double within;
        private double squaredSizes;

        Spread(Counts all) {
            this.all = all;
            this.grand = CrossProducts.of(all).mean(0);
        }

        void add(long size, double sum, double scatter) {
            double mean = sum / size;
            k++;
            between += size * (mean - grand) * (mean - grand);
            within += scatter / size;
            squaredSizes += (double) size * size;
        }

        Result result() {
            double n = all.n();
            OptionalDouble none = OptionalDouble.empty();
            if (k < 2 || all.n() <= k || all.distinct() < 2) {
                Outcome outcome = k == 0
                        ? Outcome.NO_DATA
                        : k == 1 ? Outcome.ONE_GROUP : all.n() <= k ? Outcome.TOO_FEW : Outcome.CONSTANT;
                return new Result(METHOD, outcome, all.n(), k, none, none);
            }
            double size = (n - squaredSizes / n) / (k - 1);
            double msb = between / (k - 1);
            double msw = within / (n - k);
            double icc = (msb - msw) / (msb + (size - 1) * msw);
            return new Result(
                    METHOD,
                    Outcome.COMPUTED,
                    all.n(),
                    k,
                    OptionalDouble.of(icc),
                    OptionalDouble.of(1 + (n / k - 1) * Math.max(0, icc)));
        }
    }

    /** All at once: adding up a million workshops one by one would make a million tables. */
    private static Counts together(List<Counts> clusters) {
        TreeMap<Integer, Long> tally = new TreeMap<>();
        for (Counts cluster : clusters) {
            for (int i = 0; i < cluster.distinct(); i++) {
                tally.merge(cluster.value(i), cluster.count(i), Math::addExact);
            }
        }
        return Counts.of(tally);
    }

    /**
     * Likeness and its price.
     *
     * @param method the definitions
     * @param outcome COMPUTED, or why numbers are absent
     * @param n people
     * @param clusters workshops with people
     * @param icc intraclass correlation, at most 1; can be slightly negative
     * @param designEffect factor by which clustering inflates the variance of a mean, at least 1
     */
    public record Result(
            Method method, Outcome outcome, long n, int clusters, OptionalDouble icc, OptionalDouble designEffect) {}
}
