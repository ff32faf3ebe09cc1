package org.mentoringcommons.analytics.section;

import org.mentoringcommons.analytics.statistics.Interval;

/** Intervals in other units. */
final class Ends {

    private Ends() {}

    /** The interval of a figure multiplied by a number above 0. */
    static Interval times(Interval interval, double factor) {
        return new Interval(interval.lower() * factor, interval.upper() * factor, interval.level());
    }
}
