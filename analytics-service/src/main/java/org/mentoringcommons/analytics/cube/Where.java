package org.mentoringcommons.analytics.cube;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.institution.Registered;

/**
 * Where workshops were held.
 *
 * @param numbers of the institutions that are counted
 * @param registry what is known of institutions
 */
record Where(Map<String, Integer> numbers, Map<String, Registered> registry) {

    private static final int[] HOURS = {4, 8, 16};
    private static final int MINUTES = 60;
    private static final String UNKNOWN = "unknown";

    static Where of(Collection<String> institutions, Map<String, Registered> registry) {
        Map<String, Integer> numbers = new TreeMap<>();
        new TreeSet<>(institutions).forEach(institution -> numbers.put(institution, numbers.size()));
        return new Where(numbers, registry);
    }

    /** {@return the institution's number; -1 if it is not counted} */
    int number(String institution) {
        return numbers.getOrDefault(institution, -1);
    }

    /** {@return the institution's name in addresses, by which a release names it} */
    String alias(String institution) {
        return Optional.ofNullable(registry.get(institution))
                .map(Registered::alias)
                .orElse(institution);
    }

    CellKey stratum(DeliveredWorkshop workshop) {
        Optional<Registered> known = Optional.ofNullable(registry.get(workshop.institution()));
        SortedMap<Dimension, String> categories = new TreeMap<>();
        categories.put(Dimension.HUB, known.map(Registered::hub).orElse(UNKNOWN));
        categories.put(Dimension.KIND, known.map(Registered::kind).orElse(UNKNOWN));
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
