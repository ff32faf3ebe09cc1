package org.mentoringcommons.analytics.section;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
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

    private record Key(String institution, UUID workshop) {}

    /** Everything a model or a grouping looks at. */
    private record Kind(String curriculum, int minutes, String mode, Optional<Set<String>> modules) {
        static Kind of(DeliveredWorkshop workshop) {
            return new Kind(workshop.curriculum(), workshop.minutes(), workshop.mode(), workshop.modules());
        }
    }

    private final List<DeliveredWorkshop> workshops;
    private final List<String> institutions;
    private final Map<Key, Integer> places = new HashMap<>();
    private final int[] sites;
    private final int[] kinds;
    private final List<DeliveredWorkshop> examples = new ArrayList<>();

    Places(Cohort cohort) {
        // floating-point sums depend on their order; the database's order depends on where it read from
        workshops = cohort.analysed().stream()
                .sorted(comparing(DeliveredWorkshop::institution)
                        .thenComparing(workshop -> workshop.id().toString()))
                .toList();
        institutions = workshops.stream()
                .map(DeliveredWorkshop::institution)
                .distinct()
                .sorted()
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        institutions.forEach(institution -> numbers.put(institution, numbers.size()));
        sites = new int[workshops.size()];
        kinds = new int[workshops.size()];
        Map<Kind, Integer> kindOf = new HashMap<>();
        for (int place = 0; place < sites.length; place++) {
            DeliveredWorkshop workshop = workshops.get(place);
            places.put(key(workshop), place);
            sites[place] = numbers.get(workshop.institution());
            kinds[place] = kindOf.computeIfAbsent(Kind.of(workshop), kind -> {
                examples.add(workshop);
                return kindOf.size();
            });
        }
    }

    private static Key key(DeliveredWorkshop workshop) {
        return new Key(workshop.institution(), workshop.id());
    }

    int of(DeliveredWorkshop workshop) {
        return places.get(key(workshop));
    }

    DeliveredWorkshop workshop(int place) {
        return workshops.get(place);
    }

    int size() {
        return workshops.size();
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
