package org.mentoringcommons.curriculum.workshop;

import java.util.List;

/**
 * Coverage as its institution reads it.
 *
 * @param known whether somebody can tell of every module
 * @param modules keys of the modules delivered
 * @param partly keys of the modules delivered in part
 * @param unknown keys of the modules of which nobody can tell, while somebody can of others
 */
record CoverageView(boolean known, List<String> modules, List<String> partly, List<String> unknown) {

    static CoverageView of(Coverage coverage) {
        return coverage instanceof Coverage.Known told
                ? new CoverageView(told.unknown().isEmpty(), told.modules(), told.partly(), told.unknown())
                : new CoverageView(false, List.of(), List.of(), List.of());
    }
}
