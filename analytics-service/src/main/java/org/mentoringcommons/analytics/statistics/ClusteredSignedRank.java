package org.mentoringcommons.analytics.statistics;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Rosner, Glynn and Lee's signed-rank test for people who share a workshop: ranks over all non-zero absolute differences,
 * S_c the sum of signed ranks in workshop c, Z = sum S_c / sqrt(sum S_c²). Primary for any aggregate over several workshops.
 * Immutable.
 */
public final class ClusteredSignedRank {
    private static final Method METHOD =
            Method.first("Rosner-Glynn-Lee clustered signed-rank, zeros dropped, normal law");
    private static final ClusteredSignedRank DEFAULTS = new ClusteredSignedRank();

    private ClusteredSignedRank() {}

    /** {@return the two-sided test} */
    public static ClusteredSignedRank withDefaults() {
        return DEFAULTS;
    }

    /**
     * Tests differences of clustered people against symmetry about zero.
     *
     * @param clusters counts of differences now - before, one a workshop, same unit
     * @return the result; without z where there is nothing to rank or only one workshop has changes
     */
    public Result test(Collection<Counts> clusters) {
        Counts all = clusters.stream().reduce(Counts.none(), Counts::plus);
        SignedRanks ranks = SignedRanks.of(all, false);
        int[] sizes = all.map(Math::abs).toMap().keySet().stream()
                .filter(size -> size != 0)
                .mapToInt(Integer::intValue)
                .toArray();
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        int contributing = 0;
        for (Counts cluster : clusters) {
            BigInteger own = BigInteger.ZERO;
            boolean changed = false;
            for (int i = 0; i < cluster.distinct(); i++) {
                int difference = cluster.value(i);
                if (difference != 0) {
                    changed = true;
                    long rank = ranks.doubledRank()[Arrays.binarySearch(sizes, Math.abs(difference))];
                    own = own.add(BigInteger.valueOf(Integer.signum(difference) * rank)
                            .multiply(BigInteger.valueOf(cluster.count(i))));
                }
            }
            contributing += changed ? 1 : 0;
            sum = sum.add(own);
            squares = squares.add(own.multiply(own));
        }
        if (contributing < 2 || squares.signum() == 0) {
            Outcome outcome = all.isEmpty()
                    ? Outcome.NO_DATA
                    : contributing == 0
                            ? Outcome.ALL_ZERO
                            : contributing == 1 ? Outcome.ONE_GROUP : Outcome.NOT_ESTIMABLE;
            OptionalDouble none = OptionalDouble.empty();
            return new Result(METHOD, outcome, all.n(), contributing, none, none, none);
        }
        double z = sum.doubleValue() / Math.sqrt(squares.doubleValue());
        return new Result(
                METHOD,
                Outcome.COMPUTED,
                all.n(),
                contributing,
                OptionalDouble.of(z),
                OptionalDouble.of(Normal.twoSided(z)),
                OptionalDouble.of(Normal.log10TwoSided(z)));
    }

    /**
     * What the test found.
     *
     * @param method the test
     * @param outcome COMPUTED, or why there is no z
     * @param n people, unchanged ones included
     * @param clusters workshops in which somebody changed
     * @param z positive when answers rose
     * @param p two-sided; the normal law needs about 20 workshops
     * @param log10P log10 of p, finite when p underflows
     */
    public record Result(
            Method method,
            Outcome outcome,
            long n,
            int clusters,
            OptionalDouble z,
            OptionalDouble p,
            OptionalDouble log10P) {}
}
