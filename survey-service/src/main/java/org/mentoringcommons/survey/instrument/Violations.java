package org.mentoringcommons.survey.instrument;

import java.util.ArrayList;
import java.util.List;
import org.mentoringcommons.tenancy.Refusal;

/** Collects what is wrong with one field of a request, or with parts of it. */
public final class Violations {

    private final String field;
    private final List<Refusal.Violation> found;

    private Violations(String field, List<Refusal.Violation> found) {
        this.field = field;
        this.found = found;
    }

    /** Nothing wrong so far. */
    public static Violations none() {
        return new Violations("", new ArrayList<>());
    }

    /** The same collection, for a part of this field: {@code answers} and then {@code career} is {@code answers.career}. */
    public Violations of(String part) {
        return new Violations(field.isEmpty() ? part : field + "." + part, found);
    }

    public Violations of(String list, int index) {
        return of(list + "[" + index + "]");
    }

    public void add(String message) {
        found.add(new Refusal.Violation(field, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    int count() {
        return found.size();
    }

    /** All that was found, of all fields. */
    public List<Refusal.Violation> all() {
        return List.copyOf(found);
    }
}
