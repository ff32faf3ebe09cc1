package org.mentoringcommons.curriculum.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.mentoringcommons.curriculum.csv.CsvFile;
import org.mentoringcommons.tenancy.Refusal.Violation;

/**
 * A roster as people upload it: CSV, UTF-8, header {@code name,email}. Read whole, so that everything wrong with it is
 * told at once, by line. Messages never repeat what a line says: it is personal.
 */
final class RosterFile {

    static final int PEOPLE_AT_MOST = 10_000;

    static final int NAME_AT_MOST = 200;
    static final int EMAIL_AT_MOST = 254; // RFC 5321, §4.5.3.1.3, less the angle brackets
    static final String ADDRESS = "[^\\s\\p{Cntrl}@<>(),;:\\\\\"\\[\\]]{1,64}@[\\p{L}\\p{N}.-]+\\.[\\p{L}\\p{N}-]{2,}";
    static final String ON_ONE_LINE = "[^\\p{Cntrl}\\x{2028}\\x{2029}]*";
    private static final Pattern EMAIL = Pattern.compile(ADDRESS);
    private static final Pattern NAME = Pattern.compile(ON_ONE_LINE);

    private final List<Line> lines = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, Integer> firstLineOf = new HashMap<>();

    /**
     * A person in the file.
     *
     * @param number the line, from 1, of which the header is the first
     */
    record Line(int number, String name, String email) {

        /** What makes two addresses the same person's: their case does not matter. */
        String mailbox() {
            return email.toLowerCase(Locale.ROOT);
        }
    }

    private RosterFile(byte[] bytes) {
        CsvFile.read(
                bytes,
                List.of("name", "email"),
                row -> check(new Line(row.line(), row.cell("name"), row.cell("email"))),
                this::wrong);
        if (lines.size() > PEOPLE_AT_MOST) {
            wrong(
                    lines.get(PEOPLE_AT_MOST).number(),
                    "is one more than the " + PEOPLE_AT_MOST + " people a roster takes");
        }
    }

    static RosterFile read(byte[] bytes) {
        return new RosterFile(bytes);
    }

    /**
     * The people, in the order of the file.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming every line that is not one
     */
    List<Line> people() {
        if (!violations.isEmpty()) {
            throw RosterProblem.malformed(violations);
        }
        return lines;
    }

    private void check(Line line) {
        int before = violations.size();
        if (line.name().isBlank()) {
            wrong(line.number(), "has no name");
        } else if (line.name().length() > NAME_AT_MOST
                || !NAME.matcher(line.name()).matches()) {
            wrong(line.number(), "has a name longer than " + NAME_AT_MOST + " characters or with control characters");
        }
        if (line.email().isBlank()) {
            wrong(line.number(), "has no e-mail address");
        } else if (line.email().length() > EMAIL_AT_MOST
                || !EMAIL.matcher(line.email()).matches()) {
            wrong(line.number(), "has no valid e-mail address");
        } else {
            Integer first = firstLineOf.putIfAbsent(line.mailbox(), line.number());
            if (first != null) {
                wrong(line.number(), "has the same e-mail address as line " + first);
            }
        }
        if (violations.size() == before) {
            lines.add(line);
        }
    }

    private void wrong(int line, String message) {
        violations.add(new Violation("line " + line, message));
    }
}
