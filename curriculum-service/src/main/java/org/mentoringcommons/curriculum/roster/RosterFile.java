package org.mentoringcommons.curriculum.roster;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.mentoringcommons.tenancy.Refusal.Violation;

/**
 * A roster as people upload it: CSV, UTF-8, header {@code name,email}. Read whole, so that everything wrong with it is
 * told at once, by line. Messages never repeat what a line says: it is personal.
 */
final class RosterFile {

    static final int PEOPLE_AT_MOST = 10_000;

    private static final int NAME_AT_MOST = 200;
    private static final int EMAIL_AT_MOST = 254; // RFC 5321, §4.5.3.1.3, less the angle brackets
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s\\p{Cntrl}@<>(),;:\\\\\"\\[\\]]{1,64}@[\\p{L}\\p{N}.-]+\\.[\\p{L}\\p{N}-]{2,}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{2028}\\x{2029}]");
    // A record ends where its line ends, so that one stray quote spoils one line and not the rest of the file.
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(false).get();

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
        List<Utf8Line> texts = Utf8Line.of(bytes);
        for (Utf8Line text : texts) {
            if (text.isMalformed()) {
                wrong(text.number(), "is not UTF-8; save the file as \"CSV UTF-8\"");
            }
        }
        if (isHeader(texts.get(0))) {
            readPeople(texts.subList(1, texts.size()));
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

    private boolean isHeader(Utf8Line first) {
        if (first.isMalformed()) {
            return false;
        }
        List<String> columns = columns(first);
        boolean header = columns != null
                && columns.size() == 2
                && columns.get(0).equalsIgnoreCase("name")
                && columns.get(1).equalsIgnoreCase("email");
        if (!header) {
            wrong(1, "must be the header name,email");
        }
        return header;
    }

    private void readPeople(List<Utf8Line> texts) {
        for (Utf8Line text : texts) {
            if (!text.isMalformed() && !text.text().isBlank()) {
                readPerson(text);
            }
        }
        if (lines.size() > PEOPLE_AT_MOST) {
            wrong(
                    lines.get(PEOPLE_AT_MOST).number(),
                    "is one more than the " + PEOPLE_AT_MOST + " people a roster takes");
        }
    }

    private void readPerson(Utf8Line text) {
        List<String> columns = columns(text);
        if (columns == null) {
            wrong(text.number(), "has a quotation mark that does not end, or stands inside a word");
        } else if (columns.size() != 2) {
            wrong(text.number(), "has " + columns.size() + " columns instead of 2");
        } else {
            check(new Line(text.number(), columns.get(0), columns.get(1)));
        }
    }

    private void check(Line line) {
        int before = violations.size();
        if (line.name().isBlank()) {
            wrong(line.number(), "has no name");
        } else if (line.name().length() > NAME_AT_MOST
                || CONTROL.matcher(line.name()).find()) {
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

    /** Null if the line is not CSV. */
    private static List<String> columns(Utf8Line line) {
        try (var parser = FORMAT.parse(new StringReader(line.text()))) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty() ? List.of() : records.get(0).toList();
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            return null;
        }
    }
}
