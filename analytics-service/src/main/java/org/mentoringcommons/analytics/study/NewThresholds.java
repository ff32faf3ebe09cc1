package org.mentoringcommons.analytics.study;

import org.mentoringcommons.analytics.disclosure.Thresholds;

/** Thresholds as a study declares them, never below the deployment's; one left out is the deployment's. */
record NewThresholds(
        Integer banded,
        Integer median,
        Integer spread,
        Integer quartiles,
        Integer exact,
        Integer smallest,
        Integer dissenters,
        Integer institutions) {

    static NewThresholds none() {
        return new NewThresholds(null, null, null, null, null, null, null, null);
    }

    /** Names those that may not be: lower than the deployment's, or lower than those of coarser statistics. */
    void check(Thresholds floor, Objections objections) {
        atLeast("banded", banded, floor.banded(), objections);
        atLeast("median", median, floor.median(), objections);
        atLeast("spread", spread, floor.spread(), objections);
        atLeast("quartiles", quartiles, floor.quartiles(), objections);
        atLeast("exact", exact, floor.exact(), objections);
        atLeast("smallest", smallest, floor.smallest(), objections);
        atLeast("dissenters", dissenters, floor.dissenters(), objections);
        atLeast("institutions", institutions, floor.institutions(), objections);
        rising("median", or(banded, floor.banded()), or(median, floor.median()), objections);
        rising("spread", or(median, floor.median()), or(spread, floor.spread()), objections);
        rising("quartiles", or(spread, floor.spread()), or(quartiles, floor.quartiles()), objections);
        rising("exact", or(quartiles, floor.quartiles()), or(exact, floor.exact()), objections);
    }

    /** {@return the smallest count, whatever else is wrong} */
    int smallest(Thresholds floor) {
        return Math.max(or(smallest, floor.smallest()), floor.smallest());
    }

    /** {@return all of them; to be asked for only if {@link #check} found nothing} */
    Thresholds above(Thresholds floor) {
        return new Thresholds(
                or(banded, floor.banded()),
                or(median, floor.median()),
                or(spread, floor.spread()),
                or(quartiles, floor.quartiles()),
                or(exact, floor.exact()),
                or(smallest, floor.smallest()),
                or(dissenters, floor.dissenters()),
                or(institutions, floor.institutions()));
    }

    private static int or(Integer declared, int floor) {
        return declared == null ? floor : declared;
    }

    private static void atLeast(String name, Integer declared, int floor, Objections objections) {
        if (declared != null && declared < floor) {
            objections.add("thresholds." + name, "at least " + floor + ", the deployment's own");
        }
    }

    private static void rising(String name, int coarser, int finer, Objections objections) {
        if (finer < coarser) {
            objections.add("thresholds." + name, "at least " + coarser + ", as declared for a coarser statistic");
        }
    }
}
