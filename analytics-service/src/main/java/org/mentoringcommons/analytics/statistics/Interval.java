package org.mentoringcommons.analytics.statistics;

/**
 * A confidence, credible or prediction interval, both ends included.
 *
 * @param lower lower end, in the unit of the estimate
 * @param upper upper end, not below {@code lower}
 * @param level nominal coverage, within (0, 1)
 */
public record Interval(double lower, double upper, double level) {
    /** @throws IllegalArgumentException if an end is not a number, the ends are crossed or the level is not in (0, 1) */
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("not an interval: " + lower + " to " + upper);
        }
        Level.check(level);
    }

    /** {@return the interval between two ends given in any order} */
    static Interval between(double one, double other, double level) {
        return new Interval(Math.min(one, other), Math.max(one, other), level);
    }

    /** {@return {@code upper - lower}} */
    public double width() {
        return upper - lower;
    }

    /** {@return whether the value lies within the closed interval} */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }
}
