package org.mentoringcommons.analytics.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.ResearchRows;
import org.mentoringcommons.analytics.section.Gathered;

/**
 * One pass over the rows of one snapshot: institutions in batches, several batches at a time, those left out of which
 * something is kept that still holds.
 *
 * @param zones time zones of institutions
 */
record Pass(KeptPortions.Basis basis, Map<String, ZoneId> zones) {

    private static final int MOST_IN_A_BATCH = 256;
    private static final int BATCHES = 16;

    /**
     * Reads what is to be read.
     *
     * @param kept of an earlier pass on the same basis, by institution
     * @return what there is of every joined institution, in the order of ids
     */
    Map<String, Portion> read(ResearchRows rows, Map<String, Portion> kept) {
        Map<String, Portion> portions = new TreeMap<>();
        List<String> toRead = new ArrayList<>();
        rows.versions().forEach((institution, version) -> {
            ZoneId zone = zones.get(institution);
            Portion known = kept.get(institution);
            if (known == null || !known.isOf(version, zone)) {
                known = empty(version, zone);
                toRead.add(institution);
            }
            portions.put(institution, known);
        });
        rows.inParallel(batches(toRead), (own, batch) -> read(own, batch, portions));
        return portions;
    }

    private Portion empty(long version, ZoneId zone) {
        return new Portion(
                version,
                zone,
                new Cohort(basis.definition().inclusion(), List.of()),
                new Gathered(basis.definition(), basis.instruments()));
    }

    private void read(ResearchRows rows, Collection<String> batch, Map<String, Portion> portions) {
        rows.institutions(
                batch, basis.definition().inclusion(), zones, basis.instruments(), (workshop, verdict) -> portions.get(
                                workshop.institution())
                        .read(workshop, verdict));
        batch.forEach(institution -> portions.get(institution).finish());
    }

    private static List<List<String>> batches(List<String> institutions) {
        int size = Math.max(1, Math.min(MOST_IN_A_BATCH, institutions.size() / BATCHES));
        List<List<String>> batches = new ArrayList<>();
        for (int from = 0; from < institutions.size(); from += size) {
            batches.add(institutions.subList(from, Math.min(institutions.size(), from + size)));
        }
        return batches;
    }
}
