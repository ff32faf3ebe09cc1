package org.mentoringcommons.curriculum.workshop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;

/**
 * Coverage as it is stored.
 *
 * @param covered keys of the modules delivered; null while nobody can tell of any
 * @param partly of those delivered in part
 * @param untold of those of which nobody can tell
 */
@Embeddable
record CoverageKept(
        List<String> covered,
        @Column(name = "covered_partly") List<String> partly,
        @Column(name = "covered_unknown") List<String> untold) {

    static CoverageKept of(Coverage coverage) {
        return coverage instanceof Coverage.Known known
                ? new CoverageKept(known.modules(), known.partly(), known.unknown())
                : new CoverageKept(null, List.of(), List.of());
    }

    Coverage coverage() {
        return covered == null ? new Coverage.Unknown() : new Coverage.Known(covered, partly, untold);
    }
}
