package org.mentoringcommons.curriculum.workshop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mentoringcommons.curriculum.catalog.PublishedVersion;
import org.mentoringcommons.tenancy.Refusal;

/** Which modules a workshop covered: either they are known, or nobody can tell. "None" is not "unknown". */
sealed interface Coverage {

    /** These modules, by their keys, and no others. */
    record Known(List<String> modules) implements Coverage {}

    /** Nobody can tell. */
    record Unknown() implements Coverage {}

    /**
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
        if (!wrong.isEmpty()) {
            throw WorkshopProblem.impossibleCoverage(wrong);
        }
        return new Known(List.copyOf(modules));
    }
}
