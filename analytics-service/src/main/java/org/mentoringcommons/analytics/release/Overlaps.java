package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mentoringcommons.analytics.cohort.Inclusion;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Releases of two studies that count the same workshops could be subtracted from each other, and neither is audited with the
 * other: whoever is in one and not in the other may be few.
 */
@ApplicationScoped
class Overlaps {

    private final Releases releases;
    private final Studies studies;

    Overlaps(Releases releases, Studies studies) {
        this.releases = releases;
        this.studies = studies;
    }

    /** No workshop that the study includes at some institutions can be one that was released of another study. */
    void refuse(Study study, Collection<String> institutions) {
        Map<String, List<Integer>> others = new TreeMap<>(releases.ofOthers(study.key(), institutions));
        Inclusion ours = study.definition().inclusion();
        others.entrySet().removeIf(other -> other.getValue().stream()
                .allMatch(version -> ours.isApartFrom(studies.version(other.getKey(), version)
                        .orElseThrow()
                        .definition()
                        .inclusion())));
        if (others.isEmpty()) {
            return;
        }
        Refusal refusal = Refusal.conflict(
                        "overlaps-another-study", "Releases of another study may count the same workshops")
                .detail(
                        "Two releases could be subtracted from each other. Tell the studies apart by curriculum, audience,"
                                + " mode, duration or days; or add what is wanted to the study that is released already.");
        others.keySet()
                .forEach(other -> refusal.violation("inclusion", "is not apart from that of the study " + other));
        throw refusal.problem();
    }
}
