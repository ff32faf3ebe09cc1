package org.mentoringcommons.survey.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mentoringcommons.survey.instrument.AcceptedAnswers;
import org.mentoringcommons.survey.instrument.Day;
import org.mentoringcommons.survey.instrument.Definition;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.survey.pseudonym.Pseudonyms;
import org.mentoringcommons.tenancy.Refusal;

/** Makes answers of lines, and tells what of a line cannot be one. */
final class RowReading {

    private static final String ANSWERS = "answers.";
    private static final int PSEUDONYM_BYTES = 32;
    private static final int LONGEST_KEY = 500;
    private static final int LONGEST_WORKSHOP = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID protocol;
    private final Mapping mapping;
    private final Definition asked;
    private final Pseudonyms pseudonyms;
    private final WorkshopCheck workshops;
    private final Map<String, Days> days = new HashMap<>();
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, MappedItem> mapped;
    private final Set<String> missing;

    RowReading(UUID protocol, Mapping mapping, Definition asked, Pseudonyms pseudonyms, WorkshopCheck workshops) {
        this.protocol = protocol;
        this.mapping = mapping;
        this.asked = asked;
        this.pseudonyms = pseudonyms;
        this.workshops = workshops;
        this.mapped = mapping.items().stream().collect(Collectors.toMap(MappedItem::item, item -> item));
        this.missing = new HashSet<>(mapping.missing());
        asked.items().forEach(item -> items.put(item.key(), item));
        mapping.items().stream()
                .filter(item -> items.get(item.item()) instanceof Day)
                .forEach(item -> days.put(item.item(), Days.of(item.format())));
    }

    /**
     * An answer as a line gives it.
     *
     * @param workshop its name, however the file spells it
     * @param record by which it is known again, and nobody is
     * @param stated whether it says anything of research
     */
    record Row(
            int line,
            String workshop,
            byte[] record,
            byte[] pseudonym,
            boolean research,
            boolean stated,
            boolean unfinished,
            AcceptedAnswers answers) {}

    /** Whether the mapping says that this line is no answer. */
    boolean isLeftOut(Cells cells) {
        return mapping.leaveOut().stream().anyMatch(left -> left.values().contains(cells.of(left.column())));
    }

    Cells cells(int line, Header header, List<String> cells) {
        return new Cells(line, header, cells, missing);
    }

    /** Empty if something about it is wrong, which was told. */
    Optional<Row> read(Cells cells, Problems problems) {
        long before = problems.total();
        String workshop = workshop(cells, problems);
        Boolean research = research(cells, problems);
        AcceptedAnswers answers = answers(cells, problems);
        if (problems.total() == before
                && answers.coded().isEmpty()
                && answers.texts().isEmpty()) {
            problems.tell(cells.line(), "answers nothing; say in leaveOut which lines are no answers");
        }
        String participant = key(mapping.participant(), cells, problems);
        String record = key(mapping.record(), cells, problems);
        if (problems.total() > before) {
            return Optional.empty();
        }
        return Optional.of(new Row(
                cells.line(),
                workshop,
                record(workshop, record, participant, answers),
                participant == null ? random() : pseudonyms.ofImported(protocol, participant),
                Boolean.TRUE.equals(research),
                research != null,
                !asked.isWhole(answers),
                answers));
    }

    private String workshop(Cells cells, Problems problems) {
        Mapping.Where where = mapping.workshop();
        String spelt = where.key() == null ? cells.of(where.column()) : where.key();
        if (spelt.isEmpty() || spelt.length() > LONGEST_WORKSHOP) {
            problems.tell(
                    cells.line(),
                    where.column(),
                    spelt.isEmpty() ? "says no workshop" : "is longer than " + LONGEST_WORKSHOP);
            return null;
        }
        WorkshopCheck.Seen seen = workshops.find(spelt);
        seen.wrong().ifPresent(message -> problems.tell(cells.line(), where.column(), message));
        return seen.name();
    }

    /** Null if it is not stated. */
    private Boolean research(Cells cells, Problems problems) {
        Mapping.ConsentStated consent = mapping.consent();
        if (consent.column() == null) {
            return consent.research();
        }
        String cell = cells.of(consent.column());
        if (cell.isEmpty() && !consent.no().contains(cell)) {
            return null;
        }
        if (!consent.yes().contains(cell) && !consent.no().contains(cell)) {
            problems.tell(cells.line(), consent.column(), "is neither what the mapping calls yes nor what it calls no");
        }
        return consent.yes().contains(cell);
    }

    private AcceptedAnswers answers(Cells cells, Problems problems) {
        Map<String, JsonNode> given = new LinkedHashMap<>();
        for (MappedItem item : mapping.items()) {
            JsonNode answer =
                    items.get(item.item()).match(new ItemReading(item, days.get(item.item()), cells, problems));
            if (answer != null) {
                given.put(item.item(), answer);
            }
        }
        Violations violations = Violations.none();
        AcceptedAnswers kept = asked.acceptPast(given, violations);
        violations.all().forEach(violation -> tell(violation, cells.line(), problems));
        return kept;
    }

    private void tell(Refusal.Violation violation, int line, Problems problems) {
        String[] path = violation.field().substring(ANSWERS.length()).split("[.\\[]", 2);
        MappedItem item = mapped.get(path[0]);
        String part = path.length > 1 ? path[1] : "";
        if (item.isUnmappedSide(part)) {
            return; // the other side is wrong, and told
        }
        String column = item.columnOf(part);
        problems.tell(line, column.equals(path[0]) ? column : column + " (" + path[0] + ")", violation.message());
    }

    private static String key(String column, Cells cells, Problems problems) {
        if (column == null) {
            return null;
        }
        String key = cells.of(column);
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            problems.tell(cells.line(), column, key.isEmpty() ? "is empty" : "is longer than " + LONGEST_KEY);
        }
        return key;
    }

    /** By the file's own name for it; else by who answered; else by all that was answered. */
    private byte[] record(String workshop, String record, String participant, AcceptedAnswers answers) {
        String occasion = mapping.occasion().word();
        if (record != null) {
            return RecordHash.of(pseudonyms, protocol, mapping.occasion(), workshop, mapping.numbering(), record);
        }
        return participant != null
                ? pseudonyms.ofRecord(protocol, "participant", occasion, workshop, participant)
                : pseudonyms.ofRecord(
                        protocol,
                        "answers",
                        occasion,
                        workshop,
                        answers.coded().toString(),
                        answers.texts().toString());
    }

    private static byte[] random() {
        byte[] pseudonym = new byte[PSEUDONYM_BYTES];
        RANDOM.nextBytes(pseudonym);
        return pseudonym;
    }
}
