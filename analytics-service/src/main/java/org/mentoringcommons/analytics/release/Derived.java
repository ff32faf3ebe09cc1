package org.mentoringcommons.analytics.release;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mentoringcommons.analytics.statistics.Interval;
import org.mentoringcommons.analytics.statistics.Method;

/**
 * A number that is worked out from lines of the release as they are shown, rounded as they are, and from nothing else. So
 * whoever reads the release could work it out, and it tells nothing that the lines do not.
 *
 * @param section of the report that says the same of everybody
 * @param row as in the report
 * @param measure what it is
 * @param n how many people or sites it is about
 * @param lower lower end of its interval; null if it has none
 * @param upper upper end
 * @param site whom it is about; null for all
 */
record Derived(
        String section,
        String row,
        String measure,
        String value,
        String n,
        String lower,
        String upper,
        String site,
        Method method) {

    static final String EACH_SITE = "sites.each";

    private static final int DECIMALS = 3;

    /** {@return everything that is worked out} */
    static List<Derived> of(List<Entry> entries) {
        List<Derived> all = new ArrayList<>();
        Entry.bySite(entries)
                .forEach((scale, sites) ->
                        all.addAll(AcrossSites.of(scale, sites).derived()));
        all.addAll(Curricula.of(entries));
        return all;
    }

    static Derived count(String section, String row, String measure, long count, Method method) {
        String text = Long.toString(count);
        return new Derived(section, row, measure, text, text, null, null, null, method);
    }

    static Derived number(String section, String row, String measure, double value, long n, Method method) {
        return new Derived(section, row, measure, text(value), Long.toString(n), null, null, null, method);
    }

    Derived within(Interval interval) {
        return new Derived(
                section, row, measure, value, n, text(interval.lower()), text(interval.upper()), site, method);
    }

    Derived of(String alias) {
        return new Derived(section, row, measure, value, n, lower, upper, alias, method);
    }

    /** Three decimals: more are not in the lines it comes from. */
    static String text(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    Line line(int edition) {
        return new Line(
                new TreeMap<>(), section, row, measure, value, n, null, null, lower, upper, edition, site, method);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("section", section);
        json.put("row", row);
        json.put("measure", measure);
        json.put("site", site);
        json.put("value", value);
        json.put("n", n);
        json.put("lower", lower);
        json.put("upper", upper);
        json.put("method", method.name());
        json.put("methodVersion", method.version());
        return json;
    }
}
