package org.mentoringcommons.analytics.section;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;

/**
 * What is known of the workshops in which somebody has a score on one scale.
 *
 * @param alike these workshops, those that are alike together
 * @param people everybody with a score
 */
record Coverage(List<Alikeness.Sums> alike, long people) {

    /** To be said wherever modules are counted. */
    static final String COUNTED =
            "A module counts as covered if it was delivered whole. One delivered in part does not: how much of it was"
                    + " missing is not known. Modules of an institution's own do not either: no other institution has them,"
                    + " whatever they are called.";

    static Coverage of(Sample sample) {
        return new Coverage(sample.alike(), sample.pairs().n());
    }

    long workshops() {
        return count(workshop -> true);
    }

    long unknown() {
        return count(workshop -> workshop.modules().isEmpty());
    }

    long known() {
        return workshops() - unknown();
    }

    long covering(Predicate<DeliveredWorkshop> covers) {
        return count(covers);
    }

    /** The same of some of the workshops. */
    Coverage where(Predicate<DeliveredWorkshop> which) {
        List<Alikeness.Sums> some =
                alike.stream().filter(sums -> which.test(sums.example)).toList();
        return new Coverage(
                some, some.stream().mapToLong(sums -> sums.clusters * sums.size).sum());
    }

    /** Modules known of any of the workshops, in order. */
    Set<String> modules() {
        Set<String> modules = new TreeSet<>();
        alike.forEach(sums -> sums.example.modules().ifPresent(modules::addAll));
        return modules;
    }

    private long count(Predicate<DeliveredWorkshop> which) {
        return alike.stream()
                .filter(sums -> which.test(sums.example))
                .mapToLong(sums -> sums.clusters)
                .sum();
    }

    static boolean covers(DeliveredWorkshop workshop, String module) {
        return workshop.modules().filter(modules -> modules.contains(module)).isPresent();
    }
}
