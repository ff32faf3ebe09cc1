package org.mentoringcommons.analytics.cohort;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The delivered workshops of a study's curricula at the joined institutions, each with its verdict. */
public final class Cohort {

    private final Map<DeliveredWorkshop, Verdict> verdicts = new LinkedHashMap<>();

    /**
     * Judges workshops.
     *
     * @param inclusion the study's rule
     * @param delivered all delivered workshops of its curricula
     */
    public Cohort(Inclusion inclusion, Collection<DeliveredWorkshop> delivered) {
        delivered.forEach(workshop -> verdicts.put(workshop, inclusion.judge(workshop)));
    }

    /** {@return all of them} */
    public List<DeliveredWorkshop> delivered() {
        return List.copyOf(verdicts.keySet());
    }

    /** {@return those the study analyses} */
    public List<DeliveredWorkshop> analysed() {
        return verdicts.entrySet().stream()
                .filter(judged -> judged.getValue() instanceof Verdict.Included)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** {@return those left out, for whatever reason} */
    public List<DeliveredWorkshop> excluded() {
        return verdicts.entrySet().stream()
                .filter(judged -> judged.getValue() instanceof Verdict.Excluded)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** {@return those left out for this reason first} */
    public List<DeliveredWorkshop> excluded(Reason reason) {
        return verdicts.entrySet().stream()
                .filter(judged -> judged.getValue().equals(new Verdict.Excluded(reason)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
