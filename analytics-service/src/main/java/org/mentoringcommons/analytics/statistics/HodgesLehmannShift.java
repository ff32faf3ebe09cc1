package org.mentoringcommons.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Hodges and Lehmann's estimate of the shift between two groups: the median of all differences first minus second, with the
 * interval from the k-th smallest and largest difference, k by the rank-sum law up to 200 people together, else by its
 * normal approximation. Immutable.
 */
public final class HodgesLehmannShift {
    private static final int EXACT_UP_TO = 200;
    private static final int LARGEST_EXACT = 1_000;
    private static final HodgesLehmannShift DEFAULTS = new HodgesLehmannShift(Level.USUAL, EXACT_UP_TO);

    private final double level;
    private final int exactUpTo;

    private HodgesLehmannShift(double level, int exactUpTo) {
        this.level = level;
        this.exactUpTo = exactUpTo;
    }

    /** {@return the estimate with a 95 % interval} */
    public static HodgesLehmannShift withDefaults() {
        return DEFAULTS;
    }

    /** {@return this with another confidence level within (0, 1)} */
    public HodgesLehmannShift withLevel(double confidence) {
        return new HodgesLehmannShift(Level.check(confidence), exactUpTo);
    }

    /** {@return this with the exact cut for up to so many people together, 0 to 1,000 (seconds)} */
    public HodgesLehmannShift withExactUpTo(int people) {
        if (people < 0 || people > LARGEST_EXACT) {
            throw new IllegalArgumentException("limit outside 0 to 1,000: " + people);
        }
        return new HodgesLehmannShift(level, people);
    }

    /**
     * Estimates how much larger the first group is.
     *
     * @param one counts of the first group
     * @param other counts of the second group, same unit
     * @param unitsPerPoint integer units in one scale point
     * @return the estimate and its interval in scale points; absent where a group is empty
     */
    public Result estimate(Counts one, Counts other, int unitsPerPoint) {
        long people = one.n() + other.n();
        boolean exact = people <= exactUpTo;
        Method method = Method.first("Hodges-Lehmann median of all differences, interval by "
                + (exact ? "the rank-sum law" : "normal approximation of the rank-sum law"));
        if (one.isEmpty() || other.isEmpty()) {
            Outcome outcome = people == 0 ? Outcome.NO_DATA : Outcome.ONE_GROUP;
            return new Result(method, outcome, OptionalDouble.empty(), Optional.empty(), 0);
        }
        OrderedCounts differences = OrderedCounts.differences(one, other);
        double tail = Level.tail(level);
        double pairs = differences.size();
        long k = exact
                ? RankSumDistribution.untiedQuantile(tail, (int) one.n(), (int) other.n())
                : (long) Math.floor(pairs / 2 + Normal.quantile(tail) * Math.sqrt(pairs * (people + 1) / 12));
        k = Math.max(1, k);
        double scale = unitsPerPoint;
        return new Result(
                method,
                Outcome.COMPUTED,
                OptionalDouble.of(differences.median() / scale),
                Optional.of(new Interval(
                        differences.at(k) / scale, differences.at(differences.size() + 1 - k) / scale, level)),
                k);
    }

    /**
     * The estimate.
     *
     * @param method estimate and interval
     * @param outcome COMPUTED, or which group is missing
     * @param shift first minus second, in scale points
     * @param interval in scale points, coverage at least its level up to the approximation
     * @param k the interval's ends are the k-th smallest and k-th largest difference
     */
    public record Result(Method method, Outcome outcome, OptionalDouble shift, Optional<Interval> interval, long k) {}
}
