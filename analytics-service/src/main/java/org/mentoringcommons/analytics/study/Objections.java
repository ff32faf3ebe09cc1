package org.mentoringcommons.analytics.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Refusal.Violation;

/** What is wrong with a declaration, field by field. */
final class Objections {

    private final List<Violation> found = new ArrayList<>();

    void add(String field, String message) {
        found.add(new Violation(field, message));
    }

    /** The word must be one of these. */
    void unlessOneOf(String field, String word, Collection<String> words) {
        if (!words.contains(word)) {
            add(field, "one of " + String.join(", ", words.stream().sorted().toList()));
        }
    }

    /** A name is used once; the names used before are in {@code taken}. */
    void ifTaken(String field, Set<String> taken, String name) {
        if (!taken.add(name)) {
            add(field, "this name is used twice");
        }
    }

    List<Violation> found() {
        return List.copyOf(found);
    }

    /** Refuses the request unless nothing was found. */
    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw Refusal.badRequest("study-impossible", "The declaration is not possible")
                    .violations(found)
                    .problem();
        }
    }
}
