package org.mentoringcommons.curriculum.past;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.curriculum.csv.CsvFile;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Refusal.Violation;

/** Workshops of the past as people upload them: CSV, UTF-8, a line each. */
final class PastWorkshopFile {

    static final int WORKSHOPS_AT_MOST = 2_000;
    static final List<String> HEADER = List.of(
            "reference",
            "name",
            "curriculum",
            "version",
            "mode",
            "audience",
            "timezone",
            "sessions",
            "enrolled",
            "attended",
            "modules");

    private final List<PastLine> lines = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, Integer> firstLineOf = new HashMap<>();
    private int rows;

    private PastWorkshopFile(byte[] bytes) {
        CsvFile.read(bytes, HEADER, this::add, this::unreadable);
    }

    /**
     * Reads what can be read; {@link #violations} tells of the rest.
     *
     * @throws HttpProblem 400 {@code past-workshops-malformed} as soon as there are too many lines
     */
    static PastWorkshopFile read(byte[] bytes) {
        return new PastWorkshopFile(bytes);
    }

    List<PastLine> lines() {
        return lines;
    }

    List<Violation> violations() {
        return violations;
    }

    private void add(CsvFile.Row row) {
        count(row.line());
        PastLine line = PastLine.of(row, message -> wrong(row.line(), message));
        if (line == null) {
            return;
        }
        Integer first = firstLineOf.putIfAbsent(line.told().reference(), row.line());
        if (first != null) {
            wrong(row.line(), "has the reference of line " + first);
        } else {
            lines.add(line);
        }
    }

    private void unreadable(int line, String message) {
        count(line);
        wrong(line, message);
    }

    private void count(int line) {
        if (++rows > WORKSHOPS_AT_MOST) {
            wrong(line, "is one more than the " + WORKSHOPS_AT_MOST + " workshops a file takes");
            throw malformed(violations);
        }
    }

    /** 400 {@code past-workshops-malformed}, naming these in the order of their lines. */
    static HttpProblem malformed(List<Violation> violations) {
        List<Violation> byLine = new ArrayList<>(violations);
        byLine.sort(Comparator.comparingInt(
                violation -> Integer.parseInt(violation.field().substring("line ".length()))));
        return Refusal.badRequest("past-workshops-malformed", "Nothing was imported: some lines cannot have been")
                .violations(byLine)
                .problem();
    }

    private void wrong(int line, String message) {
        violations.add(new Violation("line " + line, message));
    }
}
