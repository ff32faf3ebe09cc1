package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.statistics.Counts;

/**
 * One scale's gains, added up over workshops that are alike: of one kind and with equally many people. Whole numbers, from
 * which every model of the scale is fitted.
 */
final class Alikeness {

    private record Key(int kind, long size) {}

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

        private void add(Counts gains) {
            long own = 0;
            for (int i = 0; i < gains.distinct(); i++) {
                own += gains.value(i) * gains.count(i);
                squares += (long) gains.value(i) * gains.value(i) * gains.count(i);
            }
            clusters++;
            sum += own;
            squaredSums += (double) own * own;
        }
    }

    private Alikeness() {}

    /** Workshops where nobody has a score are left out. */
    static List<Sums> of(List<Counts> gains, Places places) {
        Map<Key, Sums> alike = new HashMap<>();
        List<Sums> inOrder = new ArrayList<>();
        for (int place = 0; place < gains.size(); place++) {
            Counts own = gains.get(place);
            if (!own.isEmpty()) {
                int kind = places.kind(place);
                alike.computeIfAbsent(new Key(kind, own.n()), key -> {
                            Sums sums = new Sums(places.examples().get(kind), own.n());
                            inOrder.add(sums);
                            return sums;
                        })
                        .add(own);
            }
        }
        return inOrder;
    }
}
