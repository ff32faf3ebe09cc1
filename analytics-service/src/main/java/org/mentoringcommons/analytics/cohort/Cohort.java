package org.mentoringcommons.analytics.cohort;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The delivered workshops of a study's curricula at the joined institutions, each with its verdict. */
public final class Cohort {

    private record Place(String institution, UUID workshop) {}

    private final Inclusion inclusion;
    private final Map<String, ZoneId> zones;
    private final List<DeliveredWorkshop> delivered;
    private final List<Verdict> verdicts;
    private final List<DeliveredWorkshop> analysed;
    private Set<Place> places;

    /**
     * Judges workshops.
     *
     * @param inclusion the study's rule
     * @param delivered all delivered workshops of its curricula
     */
    public Cohort(Inclusion inclusion, Collection<DeliveredWorkshop> delivered) {
        this(inclusion, delivered, Map.of());
    }

    /** The same, remembering where each institution's calendar is read. */
    Cohort(Inclusion inclusion, Collection<DeliveredWorkshop> delivered, Map<String, ZoneId> zones) {
        this.inclusion = inclusion;
        this.zones = zones;
        this.delivered = List.copyOf(delivered);
        verdicts = new ArrayList<>(this.delivered.size());
        List<DeliveredWorkshop> included = new ArrayList<>();
        for (DeliveredWorkshop workshop : this.delivered) {
            Verdict verdict = inclusion.judge(workshop);
            verdicts.add(verdict);
            if (verdict instanceof Verdict.Included) {
                included.add(workshop);
            }
        }
        analysed = Collections.unmodifiableList(included);
    }

    /** {@return all of them} */
    public List<DeliveredWorkshop> delivered() {
        return delivered;
    }

    /** {@return those the study analyses} */
    public List<DeliveredWorkshop> analysed() {
        return analysed;
    }

    /** {@return those left out, for whatever reason} */
    public List<DeliveredWorkshop> excluded() {
        return where(verdict -> verdict instanceof Verdict.Excluded);
    }

    /** {@return those left out for this reason first} */
    public List<DeliveredWorkshop> excluded(Reason reason) {
        Verdict wanted = new Verdict.Excluded(reason);
        return where(wanted::equals);
    }

    Inclusion inclusion() {
        return inclusion;
    }

    Map<String, ZoneId> zones() {
        return zones;
    }

    /** Whether a workshop is analysed. */
    boolean analyses(String institution, UUID workshop) {
        if (places == null) {
            places = new HashSet<>();
            analysed.forEach(included -> places.add(new Place(included.institution(), included.id())));
        }
        return places.contains(new Place(institution, workshop));
    }

    private List<DeliveredWorkshop> where(Predicate<Verdict> wanted) {
        return IntStream.range(0, delivered.size())
                .filter(place -> wanted.test(verdicts.get(place)))
                .mapToObj(delivered::get)
                .toList();
    }
}
