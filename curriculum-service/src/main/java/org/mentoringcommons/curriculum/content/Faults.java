package org.mentoringcommons.curriculum.content;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything wrong with a package, gathered so that its author is told all of it at once, with file and line. */
public final class Faults {

    /** An author with more than this is better helped by the first ones. */
    private static final int AT_MOST = 500;

    private final Set<Fault> found = new LinkedHashSet<>();

    /**
     * Something wrong in a file.
     *
     * @param line from 1, or 0 if it concerns the file as a whole
     */
    public record Fault(String file, int line, String message) {

        /** As people read it: {@code curriculum.json line 4}. */
        public String place() {
            return line == 0 ? file : file + " line " + line;
        }
    }

    public void add(String file, int line, String message) {
        if (found.size() < AT_MOST) {
            found.add(new Fault(file, line, message));
        }
    }

    public boolean any() {
        return !found.isEmpty();
    }

    public List<Fault> all() {
        return List.copyOf(found);
    }
}
