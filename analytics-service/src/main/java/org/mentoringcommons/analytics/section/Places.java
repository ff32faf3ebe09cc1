package org.mentoringcommons.analytics.section;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;

/** The analysed workshops in their order, and the sites that held them: numbers to keep instead of names. */
final class Places {

    /** As their texts are ordered: a UUID compares itself as if it were signed. */
    private static final Comparator<UUID> AS_WRITTEN = (one, other) -> {
        int upper = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return upper != 0
                ? upper
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };
    // floating-point sums depend on their order; the database's order depends on where it read from
    private static final Comparator<DeliveredWorkshop> IN_ORDER =
            comparing(DeliveredWorkshop::institution).thenComparing(DeliveredWorkshop::id, AS_WRITTEN);

    /** Everything a model or a grouping looks at. */
    private record Kind(String curriculum, String version, int minutes, String mode, Optional<Set<String>> modules) {
        static Kind of(DeliveredWorkshop workshop) {
            return new Kind(
                    workshop.curriculum(), workshop.version(), workshop.minutes(), workshop.mode(), workshop.modules());
        }
    }

    private final DeliveredWorkshop[] workshops;
    private final List<String> institutions = new ArrayList<>();
    private final int[] sites;
    private final int[] kinds;
    private final List<DeliveredWorkshop> examples = new ArrayList<>();

    Places(Cohort cohort) {
        workshops = cohort.analysed().toArray(DeliveredWorkshop[]::new);
        Arrays.sort(workshops, IN_ORDER);
        sites = new int[workshops.length];
        kinds = new int[workshops.length];
        Map<Kind, Integer> kindOf = new HashMap<>();
        for (int place = 0; place < sites.length; place++) {
            DeliveredWorkshop workshop = workshops[place];
            if (place == 0 || !workshop.institution().equals(workshops[place - 1].institution())) {
                institutions.add(workshop.institution());
            }
            sites[place] = institutions.size() - 1;
            kinds[place] = kindOf.computeIfAbsent(Kind.of(workshop), kind -> {
                examples.add(workshop);
                return kindOf.size();
            });
        }
    }

    /** Finds places; one after the other fastest. */
    final class Finder {
        private int last = -1;

        int of(DeliveredWorkshop workshop) {
            boolean next = last + 1 < workshops.length && IN_ORDER.compare(workshops[last + 1], workshop) == 0;
            last = next ? last + 1 : Arrays.binarySearch(workshops, workshop, IN_ORDER);
            if (last < 0) {
                throw new IllegalArgumentException("a workshop that is not analysed");
            }
            return last;
        }
    }

    Finder finder() {
        return new Finder();
    }

    DeliveredWorkshop workshop(int place) {
        return workshops[place];
    }

    int size() {
        return workshops.length;
    }

    /** The site that held the workshop at a place, counted from 0 in the order of {@link #institutions()}. */
    int site(int place) {
        return sites[place];
    }

    /** Workshops of one kind differ in nothing that a model looks at; counted from 0. */
    int kind(int place) {
        return kinds[place];
    }

    /** One workshop of each kind. */
    List<DeliveredWorkshop> examples() {
        return examples;
    }

    List<String> institutions() {
        return institutions;
    }
}
