package org.mentoringcommons.analytics.release;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.mentoringcommons.analytics.cube.Dimension;
import org.mentoringcommons.analytics.cube.MeasureKey;
import org.mentoringcommons.analytics.statistics.Method;

/**
 * One figure of a release, named as in the study-team report. What is not shown is null, for whatever reason.
 *
 * @param cell whom it is about: categories by dimension; empty for everybody
 * @param measure what it is
 * @param n how many people it is about
 * @param numerator of a share
 * @param denominator of a share
 * @param lower lower end of its interval
 * @param upper upper end
 * @param edition of the study it comes from
 * @param site alias of the institution it names; null for groups
 * @param method by which it was worked out from other lines of the release; null if it was counted
 */
record Line(
        SortedMap<Dimension, String> cell,
        String section,
        String row,
        String measure,
        String value,
        String n,
        String numerator,
        String denominator,
        String lower,
        String upper,
        Integer edition,
        String site,
        Method method) {

    private static final String PERCENT = "percent";
    private static final String GAIN = "mean_gain";

    /** {@return a line a figure, then what is worked out from those that are shown} */
    static List<Line> of(Imprint imprint, List<Entry> entries) {
        List<Line> lines = new ArrayList<>();
        for (Entry entry : entries) {
            entry.figures().forEach(figure -> lines.add(of(entry, figure)));
        }
        if (imprint.method().names()) {
            Derived.of(entries).forEach(derived -> lines.add(derived.line(imprint.edition())));
        }
        return lines;
    }

    private static Line of(Entry entry, Entry.Shown figure) {
        String[] measure = figure.measure().split(":", 2);
        String code = measure.length == 1 ? null : measure[1];
        String value = figure.text();
        String n = entry.figure("n").orElse(null);
        boolean share = measure[0].equals(PERCENT) && value != null;
        boolean gain = measure[0].equals(GAIN) && value != null;
        return new Line(
                entry.cell(),
                entry.site() == null ? section(entry.measure()) : Derived.EACH_SITE,
                row(entry.measure(), code),
                measure[0],
                value,
                value == null ? null : n,
                share
                        ? entry.figure(code == null ? "numerator" : "numerator:" + code)
                                .orElse(null)
                        : null,
                share ? n : null,
                gain ? entry.figure("ci_lower_gain").orElse(null) : null,
                gain ? entry.figure("ci_upper_gain").orElse(null) : null,
                value == null ? null : entry.edition(),
                entry.site(),
                null);
    }

    /** The section of the report that says the same of everybody. */
    static String section(MeasureKey measure) {
        return switch (measure.subject()) {
            case PARTICIPATION -> "response_rate";
            case SATISFACTION -> "satisfaction";
            case CHOICE, CODED -> measure.name();
            case GAIN -> "gains";
        };
    }

    private static String row(MeasureKey measure, String code) {
        return switch (measure.subject()) {
            case CHOICE, CODED -> code == null ? "all" : code;
            case PARTICIPATION, SATISFACTION, GAIN -> measure.name();
        };
    }

    String status() {
        return value == null ? "suppressed" : "shown";
    }
}
