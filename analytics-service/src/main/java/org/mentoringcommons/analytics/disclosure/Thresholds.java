package org.mentoringcommons.analytics.disclosure;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From how many people on each kind of statistic may be shown to somebody who is not to learn about single people. A
 * count alone does not protect: mean, standard deviation and quartiles of eleven answers on a seven-point item identify
 * all of them, so each statistic has its own threshold. Immutable.
 *
 * @param banded from here the number of people as a band, and means, for the workshop's own facilitator only
 * @param median from here for everybody; also the median, and proportions as quarters
 * @param spread from here also standard deviations, confidence intervals, and p as a band
 * @param quartiles from here also quartiles and the 10th and 90th percentile
 * @param exact from here also exact p, test statistics and counts
 * @param smallest smallest count beside an exact statistic, and least number of people outside what is shown
 * @param dissenters a proportion is shown only if at least so many people answered otherwise than the most frequent answer
 * @param institutions a number across institutions needs at least so many of them
 */
public record Thresholds(
        int banded, int median, int spread, int quartiles, int exact, int smallest, int dissenters, int institutions) {

    private static final Thresholds DEFAULTS = new Thresholds(5, 11, 20, 30, 100, 11, 3, 3);

    /** @throws IllegalArgumentException if one is below 2, or a finer statistic has the lower threshold */
    public Thresholds {
        boolean rising = banded <= median && median <= spread && spread <= quartiles && quartiles <= exact;
        if (!rising || banded < 2 || smallest < 2 || dissenters < 2 || institutions < 2) {
            throw new IllegalArgumentException("thresholds below 2, or lower for a finer statistic");
        }
    }

    /** {@return 5, 11, 20, 30, 100; smallest count 11; 3 dissenters; 3 institutions} */
    public static Thresholds withDefaults() {
        return DEFAULTS;
    }

    /** {@return what is shown of so many people} */
    public Detail detail(long people) {
        if (people < banded) {
            return Detail.NOTHING;
        }
        if (people < median) {
            return Detail.BANDED;
        }
        if (people < spread) {
            return Detail.MEDIAN;
        }
        if (people < quartiles) {
            return Detail.SPREAD;
        }
        return people < exact ? Detail.QUARTILES : Detail.EXACT;
    }

    /** {@return what may be shown of so many people to somebody: a band and means of a few to their own facilitator only} */
    public Detail detail(long people, Audience audience) {
        Detail detail = detail(people);
        return detail == Detail.BANDED && audience != Audience.OWN_FACILITATOR ? Detail.NOTHING : detail;
    }

    /**
     * Whether a sum can be shown beside parts of it: what is left when the parts shown are taken away is nobody, or enough
     * people.
     *
     * @param rest people in the sum who are in no part that is shown
     */
    public boolean hidesRest(long rest) {
        return rest == 0 || rest >= smallest;
    }

    /** {@return every threshold by its name, in the order of the table} */
    public Map<String, Integer> byName() {
        Map<String, Integer> named = new LinkedHashMap<>();
        named.put("banded", banded);
        named.put("median", median);
        named.put("spread", spread);
        named.put("quartiles", quartiles);
        named.put("exact", exact);
        named.put("smallest", smallest);
        named.put("dissenters", dissenters);
        named.put("institutions", institutions);
        return named;
    }
}
