package org.mentoringcommons.analytics.cube;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.institution.Place;

/**
 * Where workshops were held.
 *
 * @param numbers of the institutions that are counted
 * @param places where institutions stand
 */
record Where(Map<String, Integer> numbers, Map<String, Place> places) {

    private static final int[] HOURS = {4, 8, 16};
    private static final int MINUTES = 60;
    private static final Place UNKNOWN = new Place("unknown", "unknown");

    static Where of(java.util.Collection<String> institutions, Map<String, Place> places) {
        Map<String, Integer> numbers = new TreeMap<>();
        new TreeSet<>(institutions).forEach(institution -> numbers.put(institution, numbers.size()));
        return new Where(numbers, places);
    }

    /** {@return the institution's number; -1 if it is not counted} */
    int number(String institution) {
        return numbers.getOrDefault(institution, -1);
    }

    CellKey stratum(DeliveredWorkshop workshop) {
        Place place = places.getOrDefault(workshop.institution(), UNKNOWN);
        SortedMap<Dimension, String> categories = new TreeMap<>();
        categories.put(Dimension.HUB, place.hub());
        categories.put(Dimension.KIND, place.kind());
        categories.put(Dimension.MODE, workshop.mode());
        categories.put(Dimension.HOURS, hours(workshop.minutes()));
        categories.put(Dimension.CURRICULUM, workshop.curriculum());
        categories.put(Dimension.PERIOD, Integer.toString(workshop.day().getYear()));
        return new CellKey(categories);
    }

    /** {@return the band, such as {@code 4–8}: not less than 4 and less than 8 hours} */
    static String hours(int minutes) {
        int from = 0;
        for (int hours : HOURS) {
            if (minutes < hours * MINUTES) {
                return from == 0 ? "< " + hours : from + "–" + hours;
            }
            from = hours;
        }
        return "≥ " + from;
    }
}
