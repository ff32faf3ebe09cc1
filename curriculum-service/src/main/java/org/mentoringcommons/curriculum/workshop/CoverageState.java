package org.mentoringcommons.curriculum.workshop;

import java.util.List;

/**
 * Coverage as others are told: whole, or not known.
 *
 * @param modules keys of the modules delivered; empty if not known
 * @param partly keys of the modules delivered in part; empty if not known
 */
record CoverageState(boolean known, List<String> modules, List<String> partly) {

    static CoverageState of(Coverage coverage) {
        return coverage instanceof Coverage.Known told && told.unknown().isEmpty()
                ? new CoverageState(true, told.modules(), told.partly())
                : new CoverageState(false, List.of(), List.of());
    }
}
