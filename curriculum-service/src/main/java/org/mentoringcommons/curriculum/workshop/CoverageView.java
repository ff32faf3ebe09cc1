package org.mentoringcommons.curriculum.workshop;

import java.util.List;

/**
 * Coverage as others read it.
 *
 * @param modules keys of the modules covered; empty if not known
 */
record CoverageView(boolean known, List<String> modules) {

    static CoverageView of(Coverage coverage) {
        return coverage instanceof Coverage.Known known
                ? new CoverageView(true, known.modules())
                : new CoverageView(false, List.of());
    }
}
