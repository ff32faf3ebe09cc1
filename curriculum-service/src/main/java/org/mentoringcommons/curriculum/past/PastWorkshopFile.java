package org.mentoringcommons.curriculum.past;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.curriculum.csv.CsvFile;
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

    private PastWorkshopFile(byte[] bytes) {
        CsvFile.read(bytes, HEADER, this::add, this::wrong);
        if (lines.size() > WORKSHOPS_AT_MOST) {
            wrong(
                    lines.get(WORKSHOPS_AT_MOST).number(),
                    "is one more than the " + WORKSHOPS_AT_MOST + " workshops a file takes");
        }
    }

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

    private void wrong(int line, String message) {
        violations.add(new Violation("line " + line, message));
    }
}
