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
    private final List<DeliveredWorkshop> delivered = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<DeliveredWorkshop> analysed = new ArrayList<>();
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
        delivered.forEach(workshop -> add(workshop, inclusion.judge(workshop)));
    }

    /** {@return the cohort of several parts, judged by the same rule} */
    public static Cohort together(Inclusion inclusion, Collection<Cohort> parts) {
        Cohort all = new Cohort(inclusion, List.of());
        for (Cohort part : parts) {
            all.delivered.addAll(part.delivered);
            all.verdicts.addAll(part.verdicts);
            all.analysed.addAll(part.analysed);
        }
        return all;
    }

    /** Takes in a workshop that was judged by this cohort's rule. */
    public void add(DeliveredWorkshop workshop, Verdict verdict) {
        delivered.add(workshop);
        verdicts.add(verdict);
        if (verdict instanceof Verdict.Included) {
            analysed.add(workshop);
        }
    }

    /** {@return all of them} */
    public List<DeliveredWorkshop> delivered() {
        return Collections.unmodifiableList(delivered);
    }

    /** {@return those the study analyses} */
    public List<DeliveredWorkshop> analysed() {
        return Collections.unmodifiableList(analysed);
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
