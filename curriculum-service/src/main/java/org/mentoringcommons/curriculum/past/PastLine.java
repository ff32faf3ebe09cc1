package org.mentoringcommons.curriculum.past;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.mentoringcommons.curriculum.catalog.Audience;
import org.mentoringcommons.curriculum.csv.CsvFile;
import org.mentoringcommons.curriculum.workshop.Extent;
import org.mentoringcommons.curriculum.workshop.Mode;
import org.mentoringcommons.curriculum.workshop.NewSession;
import org.mentoringcommons.curriculum.workshop.NewWorkshop;
import org.mentoringcommons.curriculum.workshop.PastWorkshop;

/**
 * A line of the file that can be read; whether such a workshop can have been is for the workshop to say.
 *
 * @param number from 1, of which the header is the first
 */
record PastLine(int number, PastWorkshop told) {

    private static final int TEXT_AT_MOST = 200;
    private static final int SESSIONS_AT_MOST = 100;
    private static final int A_DAY = 1440;
    private static final int ALL = -1; // where a cell is split, also what is empty at its end

    /** Null if it cannot be read, and was told why. */
    static PastLine of(CsvFile.Row row, Consumer<String> wrong) {
        List<String> found = new ArrayList<>();
        PastWorkshop told = new Cells(row, found::add).told();
        found.forEach(wrong);
        return found.isEmpty() ? new PastLine(row.line(), told) : null;
    }

    /** The cells of one line, each told of if it cannot be read. */
    private record Cells(CsvFile.Row row, Consumer<String> wrong) {

        PastWorkshop told() {
            int enrolled = people("enrolled");
            int attended = people("attended");
            if (attended > enrolled) {
                wrong.accept("attended: is more than enrolled");
            }
            return new PastWorkshop(
                    text("reference"),
                    digest(),
                    new NewWorkshop(
                            text("name"),
                            text("curriculum"),
                            text("version"),
                            word("mode", Mode.values()),
                            word("audience", Audience.values()),
                            zone(),
                            null,
                            null,
                            sessions()),
                    enrolled,
                    attended,
                    extents());
        }

        private String text(String heading) {
            String text = row.cell(heading);
            if (text.isBlank() || text.length() > TEXT_AT_MOST || text.chars().anyMatch(Character::isISOControl)) {
                wrong.accept(heading + ": is missing, longer than " + TEXT_AT_MOST + " or has control characters");
            }
            return text;
        }

        private <E extends Enum<E>> E word(String heading, E[] words) {
            return Arrays.stream(words)
                    .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(row.cell(heading)))
                    .findFirst()
                    .orElseGet(() -> {
                        wrong.accept(heading + ": must be one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(words)
                                                .map(word -> word.name().toLowerCase(Locale.ROOT))
                                                .toList()));
                        return null;
                    });
        }

        private String zone() {
            String zone = row.cell("timezone");
            if (!zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
                wrong.accept("timezone: is no IANA time zone; leave it empty for the institution's");
            }
            return zone.isEmpty() ? null : zone;
        }

        private int people(String heading) {
            String cell = row.cell(heading);
            if (!cell.matches("\\d{1,5}") || Integer.parseInt(cell) > PastWorkshop.PEOPLE_AT_MOST) {
                wrong.accept(heading + ": must be a number of people up to " + PastWorkshop.PEOPLE_AT_MOST);
                return 0;
            }
            return Integer.parseInt(cell);
        }

        /** {@code 2019-03-02T09:00/240}, several divided by semicolons. */
        private List<NewSession> sessions() {
            List<NewSession> sessions = new ArrayList<>();
            String[] cells = row.cell("sessions").split("\\s*;\\s*", ALL);
            for (String cell : cells) {
                String[] halves = cell.split("/", ALL);
                try {
                    int minutes = halves.length == 2 ? Integer.parseInt(halves[1].strip()) : 0;
                    LocalDateTime start = LocalDateTime.parse(halves[0].strip());
                    if (minutes >= 1 && minutes <= A_DAY) {
                        sessions.add(new NewSession(null, null, start, minutes, List.of()));
                    }
                } catch (NumberFormatException | DateTimeParseException unreadable) {
                    // counted below
                }
            }
            if (sessions.size() != cells.length || sessions.size() > SESSIONS_AT_MOST) {
                wrong.accept("sessions: must read like 2019-03-02T09:00/240, at most 100, divided by semicolons");
            }
            return sessions;
        }

        /** {@code unknown}, or modules divided by semicolons, each as {@code key} or {@code key:partly}. */
        private Map<String, Extent> extents() {
            Map<String, Extent> extents = new LinkedHashMap<>();
            String cell = row.cell("modules");
            if (cell.equals("unknown")) {
                return extents;
            }
            for (String module : cell.split("\\s*;\\s*", ALL)) {
                String[] halves = module.split(":", 2);
                String extent = halves.length == 1 ? "delivered" : halves[1].strip();
                if (halves[0].isBlank()
                        || Arrays.stream(Extent.values())
                                .noneMatch(word ->
                                        word.name().toLowerCase(Locale.ROOT).equals(extent))
                        || extents.put(halves[0].strip(), Extent.valueOf(extent.toUpperCase(Locale.ROOT))) != null) {
                    wrong.accept("modules: must be unknown, or keys divided by semicolons, each once, with :partly, "
                            + ":not or :unknown behind those that were not delivered whole");
                    break;
                }
            }
            return extents;
        }

        private String digest() {
            try {
                byte[] all = String.join("\u0000", row.cells()).getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(all));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
