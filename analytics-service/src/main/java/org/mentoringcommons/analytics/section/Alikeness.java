package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.statistics.ClusterDifferences;

/**
 * One scale's gains, or scores, added up over workshops that are alike: of one kind and with equally many people. Whole numbers, from
 * which every model of the scale is fitted.
 */
final class Alikeness {

    /** Sums over workshops that are alike, of which the example is one. */
    static final class Sums {
        final DeliveredWorkshop example;
        final long size;
        long clusters;
        long sum;
        double squaredSums;
        long squares;

        private Sums(DeliveredWorkshop example, long size) {
            this.example = example;
            this.size = size;
        }
    }

    private Alikeness() {}

    static List<Sums> of(Clustered gains, Places places) {
        ClusterDifferences differences = gains.differences();
        Map<Long, Sums> alike = new HashMap<>();
        List<Sums> inOrder = new ArrayList<>();
        int person = 0;
        for (int cluster = 0; cluster < differences.clusters(); cluster++) {
            int size = differences.end(cluster) - person;
            int kind = places.kind(gains.places()[cluster]);
            Sums sums = alike.computeIfAbsent((long) kind << Integer.SIZE | size, key -> {
                Sums first = new Sums(places.examples().get(kind), size);
                inOrder.add(first);
                return first;
            });
            long own = 0;
            for (; person < differences.end(cluster); person++) {
                int gain = differences.difference(person);
                own += gain;
                sums.squares += (long) gain * gain;
            }
            sums.clusters++;
            sums.sum += own;
            sums.squaredSums += (double) own * own;
        }
        return inOrder;
    }
}
