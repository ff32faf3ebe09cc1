package org.mentoringcommons.survey.history;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mentoringcommons.tenancy.Refusal;

/** Everything wrong with a file: all of it is counted, and of so much is told where and what. */
final class Problems {

    static final int TOLD_AT_MOST = 200;

    private final List<Problem> told = new ArrayList<>();
    private long total;

    private record Problem(int line, Refusal.Violation violation) {}

    /** Something wrong with a line as a whole. */
    void tell(int line, String message) {
        tell(line, null, message);
    }

    /** @param column as the file calls it; null is the line as a whole */
    void tell(int line, String column, String message) {
        total++;
        if (told.size() < TOLD_AT_MOST) {
            String field = "line " + line + (column == null ? "" : ", " + column);
            told.add(new Problem(line, new Refusal.Violation(field, message)));
        }
    }

    /** Something wrong that is not in the file. */
    void tellOf(String field, String message) {
        total++;
        if (told.size() < TOLD_AT_MOST) {
            told.add(new Problem(0, new Refusal.Violation(field, message)));
        }
    }

    /** Others that were only counted. */
    void more(long others) {
        total += others;
    }

    boolean isEmpty() {
        return total == 0;
    }

    long total() {
        return total;
    }

    /** 400 {@code import-malformed}, in the order of the lines. */
    HttpProblem problem() {
        List<Refusal.Violation> byLine = told.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(Problem::violation)
                .toList();
        return Refusal.badRequest("import-malformed", "Nothing was imported: something in the file cannot be so")
                .detail("Of " + total + " things wrong, " + byLine.size() + " are told.")
                .violations(byLine)
                .with("total", total)
                .problem();
    }
}
