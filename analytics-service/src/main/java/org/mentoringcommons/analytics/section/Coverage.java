package org.mentoringcommons.analytics.section;

import java.util.List;
import java.util.stream.IntStream;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;

/**
 * What is known of the workshops in which somebody has a score on one scale.
 *
 * @param answered these workshops
 * @param people everybody with a score
 */
record Coverage(List<DeliveredWorkshop> answered, long people) {

    static Coverage of(Sample sample) {
        List<DeliveredWorkshop> answered = IntStream.range(0, sample.places().size())
                .filter(place -> !sample.gainsByWorkshop().get(place).isEmpty())
                .mapToObj(sample::workshop)
                .toList();
        return new Coverage(answered, sample.pairs().n());
    }

    long workshops() {
        return answered.size();
    }

    long unknown() {
        return answered.stream()
                .filter(workshop -> workshop.modules().isEmpty())
                .count();
    }

    long known() {
        return workshops() - unknown();
    }

    long covering(String module) {
        return answered.stream().filter(workshop -> covers(workshop, module)).count();
    }

    static boolean covers(DeliveredWorkshop workshop, String module) {
        return workshop.modules().filter(modules -> modules.contains(module)).isPresent();
    }
}
