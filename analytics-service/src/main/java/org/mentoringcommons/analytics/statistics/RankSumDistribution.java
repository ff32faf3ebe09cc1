package org.mentoringcommons.analytics.statistics;

/** Exact laws of rank sums of a random subset: given tied ranks, and of untied ranks for interval cuts. */
final class RankSumDistribution {
    private RankSumDistribution() {}

    /** P(|W - E| >= |w - E|) given the mid-ranks, for up to 500 people. */
    static double twoSided(PooledRanks ranks, Counts group) {
        long all = ranks.all().n();
        boolean swap = group.n() > all - group.n();
        int size = (int) (swap ? all - group.n() : group.n());
        long divisor = 0;
        for (long rank : ranks.doubledRank()) {
            divisor = gcd(rank, divisor);
        }
        long total = all * (all + 1) / divisor;
        long observed = ranks.doubledSum(group).longValueExact() / divisor;
        if (swap) {
            observed = total - observed;
        }
        double[][] ways = subsets(ranks, size, divisor);
        // twice the deviation from the mean, times the number of people: whole numbers, so that ties with w count
        long mean = size * total;
        long deviation = Math.abs(observed * all - mean);
        double extreme = 0;
        double every = 0;
        for (int sum = 0; sum < ways[size].length; sum++) {
            every += ways[size][sum];
            if (Math.abs(sum * all - mean) >= deviation) {
                extreme += ways[size][sum];
            }
        }
        return Math.min(1, extreme / every);
    }

    private static double[][] subsets(PooledRanks ranks, int size, long divisor) {
        int largest = 0;
        long left = size;
        for (int i = ranks.doubledRank().length - 1; i >= 0 && left > 0; i--) {
            long taken = Math.min(left, ranks.all().count(i));
            largest += (int) (taken * ranks.doubledRank()[i] / divisor);
            left -= taken;
        }
        double[][] ways = new double[size + 1][largest + 1];
        ways[0][0] = 1;
        int seen = 0;
        for (int i = 0; i < ranks.doubledRank().length; i++) {
            int step = (int) (ranks.doubledRank()[i] / divisor);
            for (long person = 0; person < ranks.all().count(i); person++) {
                seen++;
                for (int chosen = Math.min(size, seen); chosen >= 1; chosen--) {
                    double[] from = ways[chosen - 1];
                    double[] to = ways[chosen];
                    // the smallest subset sums come first, so nothing lies beyond chosen * step
                    int reach = (int) Math.min(largest, (long) chosen * step);
                    for (int sum = reach; sum >= step; sum--) {
                        to[sum] += from[sum - step];
                    }
                }
            }
        }
        return ways;
    }

    /** Smallest u with P(U <= u) >= p for untied groups of m and n people, as R's qwilcox. */
    static long untiedQuantile(double p, int m, int n) {
        int size = Math.min(m, n);
        int people = m + n;
        double sd = Math.sqrt((double) m * n * (people + 1) / 12);
        int reach = (int) Math.max(0, Math.min((long) m * n / 2, m * n / 2.0 + (Normal.quantile(p) + 0.1) * sd + 5));
        double[][] ways = new double[size + 1][reach + 1];
        ways[0][0] = 1;
        for (int rank = 1; rank <= people; rank++) {
            for (int chosen = Math.min(size, rank); chosen >= 1; chosen--) {
                // a chosen rank exceeds the chosen-th smallest by so many places
                int step = rank - chosen;
                for (int sum = reach; sum >= step; sum--) {
                    ways[chosen][sum] += ways[chosen - 1][sum - step];
                }
            }
        }
        double every = 1;
        for (int i = 1; i <= size; i++) {
            every = every * (people - size + i) / i;
        }
        double cumulative = 0;
        for (int u = 0; u <= reach; u++) {
            cumulative += ways[size][u] / every;
            if (cumulative >= p - 10 * Math.ulp(1.0)) {
                return u;
            }
        }
        return reach;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
