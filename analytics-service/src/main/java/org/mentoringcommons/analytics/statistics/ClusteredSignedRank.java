package org.mentoringcommons.analytics.statistics;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.TreeMap;

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
        TreeMap<Integer, Long> tally = new TreeMap<>();
        clusters.forEach(cluster -> {
            for (int i = 0; i < cluster.distinct(); i++) {
                tally.merge(cluster.value(i), cluster.count(i), Math::addExact);
            }
        });
        Ranked ranked = new Ranked(Counts.of(tally));
        for (Counts cluster : clusters) {
            BigInteger own = BigInteger.ZERO;
            boolean changed = false;
            for (int i = 0; i < cluster.distinct(); i++) {
                changed |= cluster.value(i) != 0;
                own = own.add(BigInteger.valueOf(ranked.signedRank(cluster.value(i)))
                        .multiply(BigInteger.valueOf(cluster.count(i))));
            }
            ranked.add(own, changed);
        }
        return ranked.result();
    }

    /**
     * Tests differences of clustered people against symmetry about zero.
     *
     * @param differences of people, workshop by workshop
     * @return the same result as from counts by workshop
     */
    public Result test(ClusterDifferences differences) {
        Ranked ranked = new Ranked(differences.all());
        int person = 0;
        for (int cluster = 0; cluster < differences.clusters(); cluster++) {
            long own = 0; // twice ten million times as many people at most
            boolean changed = false;
            for (; person < differences.end(cluster); person++) {
                int difference = differences.difference(person);
                changed |= difference != 0;
                own += ranked.signedRank(difference);
            }
            ranked.add(own, changed);
        }
        return ranked.result();
    }

    /** Signed ranks by difference, and the sums over workshops so far. */
    private static final class Ranked {
        private final Counts all;
        private final int lowest;
        private final long[] signedRanks;
        private BigInteger sum = BigInteger.ZERO;
        private BigInteger squares = BigInteger.ZERO;
        private long smallSum;
        private long smallSquares;
        private int contributing;

        Ranked(Counts all) {
            this.all = all;
            SignedRanks ranks = SignedRanks.of(all, false);
            int[] sizes = all.map(Math::abs).toMap().keySet().stream()
                    .filter(size -> size != 0)
                    .mapToInt(Integer::intValue)
                    .toArray();
            lowest = all.isEmpty() ? 0 : all.value(0);
            signedRanks = new long[all.isEmpty() ? 0 : Math.addExact(all.value(all.distinct() - 1) - lowest, 1)];
            for (int i = 0; i < all.distinct(); i++) {
                int difference = all.value(i);
                if (difference != 0) {
                    signedRanks[difference - lowest] = Integer.signum(difference)
                            * ranks.doubledRank()[Arrays.binarySearch(sizes, Math.abs(difference))];
                }
            }
        }

        long signedRank(int difference) {
            return signedRanks[difference - lowest];
        }

        void add(BigInteger own, boolean changed) {
            sum = sum.add(own);
            squares = squares.add(own.multiply(own));
            contributing += changed ? 1 : 0;
        }

        /** The same in longs while they hold it. */
        void add(long own, boolean changed) {
            contributing += changed ? 1 : 0;
            if (Math.abs(own) > 1L << 30) {
                sum = sum.add(BigInteger.valueOf(own));
                squares = squares.add(BigInteger.valueOf(own).pow(2));
                return;
            }
            smallSum += own;
            smallSquares += own * own;
            if (smallSquares > 1L << 61) {
                carry();
            }
        }

        private void carry() {
            sum = sum.add(BigInteger.valueOf(smallSum));
            squares = squares.add(BigInteger.valueOf(smallSquares));
            smallSum = 0;
            smallSquares = 0;
        }

        Result result() {
            carry();
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
