package org.mentoringcommons.provisioning.bulk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Refusal.Violation;

/** All that is wrong with a file, by line and column. Messages do not repeat what a line says of a person. */
final class Wrong {

    private record Found(int line, String column, String message) {
        int place() {
            return column == null ? -1 : ImportFile.COLUMNS.indexOf(column);
        }
    }

    private final List<Found> found = new ArrayList<>();

    /**
     * @param column null for the line as a whole
     */
    void line(int line, String column, String message) {
        found.add(new Found(line, column, message));
    }

    boolean isIn(int line) {
        return found.stream().anyMatch(one -> one.line() == line);
    }

    /**
     * @throws HttpProblem 400 if anything is
     */
    void refuse() {
        if (!found.isEmpty()) {
            List<Violation> violations = found.stream()
                    .sorted(Comparator.comparingInt(Found::line).thenComparingInt(Found::place))
                    .map(one -> new Violation(
                            "line " + one.line() + (one.column() == null ? "" : ": " + one.column()), one.message()))
                    .toList();
            throw Refusal.badRequest("import-unacceptable", "The file cannot be imported; nothing was done")
                    .violations(violations)
                    .problem();
        }
    }
}
