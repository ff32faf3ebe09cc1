package org.mentoringcommons.curriculum.workshop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mentoringcommons.curriculum.catalog.PublishedVersion;
import org.mentoringcommons.tenancy.Refusal;

/** How far a workshop covered the modules: told for some or all, or nobody can tell. "None" is not "unknown". */
sealed interface Coverage {

    /**
     * Told; all other modules of the version were not covered.
     *
     * @param modules keys of those delivered
     * @param partly keys of those delivered in part
     * @param unknown keys of those of which nobody can tell
     */
    record Known(List<String> modules, List<String> partly, List<String> unknown) implements Coverage {}

    /** Nobody can tell of any module. */
    record Unknown() implements Coverage {}

    /**
     * These and no others.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming each module that the version does not have, or that
     *     appears twice
     */
    static Known of(List<String> modules, PublishedVersion version) {
        Set<String> seen = new HashSet<>();
        List<Refusal.Violation> wrong = new ArrayList<>();
        for (int at = 0; at < modules.size(); at++) {
            String field = "modules[" + at + "]";
            if (!version.modules().contains(modules.get(at))) {
                wrong.add(new Refusal.Violation(field, "is no module of the workshop's curriculum version"));
            } else if (!seen.add(modules.get(at))) {
                wrong.add(new Refusal.Violation(field, "appears before"));
            }
        }
        requireNone(wrong);
        return new Known(List.copyOf(modules), List.of(), List.of());
    }

    /**
     * Module by module; of those that are not named nobody can tell.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming each module that the version does not have
     */
    static Coverage of(Map<String, Extent> extents, PublishedVersion version) {
        requireNone(extents.keySet().stream()
                .filter(module -> !version.modules().contains(module))
                .map(module ->
                        new Refusal.Violation("extents." + module, "is no module of the workshop's curriculum version"))
                .toList());
        Known told = new Known(
                having(extents, Extent.DELIVERED, extents.keySet()),
                having(extents, Extent.PARTLY, extents.keySet()),
                having(extents, Extent.UNKNOWN, version.modules()));
        return told.unknown().size() == version.modules().size() ? new Unknown() : told;
    }

    /**
     * Module by module, and those that are not named were not covered.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming each module that the version does not have
     */
    static Coverage andNoOthers(Map<String, Extent> extents, PublishedVersion version) {
        Map<String, Extent> all = new HashMap<>(extents);
        version.modules().forEach(module -> all.putIfAbsent(module, Extent.NOT));
        return of(all, version);
    }

    private static List<String> having(Map<String, Extent> extents, Extent extent, Set<String> among) {
        return among.stream()
                .filter(module -> Objects.requireNonNullElse(extents.get(module), Extent.UNKNOWN) == extent)
                .sorted()
                .toList();
    }

    private static void requireNone(List<Refusal.Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw WorkshopProblem.impossibleCoverage(wrong);
        }
    }
}
