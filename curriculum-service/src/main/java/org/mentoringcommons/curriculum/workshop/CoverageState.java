package org.mentoringcommons.curriculum.workshop;

import java.util.List;
import java.util.function.Predicate;

/**
 * Coverage as others are told: whole, or not known. Modules of the shared version and the institution's own are apart, so
 * that nobody takes two institutions' own for the same because they are called the same.
 *
 * @param modules keys of the version's modules delivered; empty if not known
 * @param partly keys of the version's modules delivered in part; empty if not known
 * @param local keys of the institution's own modules delivered
 * @param localPartly keys of the institution's own modules delivered in part
 */
record CoverageState(
        boolean known, List<String> modules, List<String> partly, List<String> local, List<String> localPartly) {

    /** @param isShared whether a module of this key is the shared version's */
    static CoverageState of(Coverage coverage, Predicate<String> isShared) {
        return coverage instanceof Coverage.Known told && told.unknown().isEmpty()
                ? new CoverageState(
                        true,
                        only(told.modules(), isShared),
                        only(told.partly(), isShared),
                        only(told.modules(), isShared.negate()),
                        only(told.partly(), isShared.negate()))
                : new CoverageState(false, List.of(), List.of(), List.of(), List.of());
    }

    private static List<String> only(List<String> modules, Predicate<String> which) {
        return modules.stream().filter(which).toList();
    }
}
