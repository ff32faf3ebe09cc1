package org.mentoringcommons.survey.history;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.tenancy.Refusal;

/** The fields of a REDCap project, as its data dictionary lists them. */
final class RedcapDictionary {

    private static final List<String> HEADINGS = List.of(
            "Variable / Field Name",
            "Form Name",
            "Section Header",
            "Field Type",
            "Field Label",
            "Choices, Calculations, OR Slider Labels",
            "Field Note",
            "Text Validation Type OR Show Slider Number",
            "Text Validation Min",
            "Text Validation Max",
            "Identifier?",
            "Branching Logic (Show field only if...)",
            "Required Field?",
            "Custom Alignment",
            "Question Number (surveys only)",
            "Matrix Group Name",
            "Matrix Ranking?",
            "Field Annotation");
    private static final int TYPE = 3;
    private static final int CHOICES = 5;
    private static final int IDENTIFIER = 10;
    private static final int MOST_FIELDS = 20_000;

    private final Map<String, Field> fields = new LinkedHashMap<>();

    private RedcapDictionary() {}

    /**
     * A field.
     *
     * @param choices label by code; none of a field that has no choices
     * @param identifier whether the project says that it tells who somebody is
     */
    record Field(String name, String type, Map<String, String> choices, boolean identifier) {

        boolean isCheckbox() {
            return type.equals("checkbox");
        }
    }

    /** @throws HttpProblem 400 {@code dictionary-malformed} naming the line */
    static RedcapDictionary read(byte[] file) {
        try {
            return read(new ByteArrayInputStream(file));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static RedcapDictionary read(InputStream file) throws IOException {
        RedcapDictionary dictionary = new RedcapDictionary();
        Encoding.Opened opened = Encoding.open(file, null);
        CsvLines lines = new CsvLines(opened.text(), ',');
        CsvLines.Line header = lines.next();
        if (header == null || header.fault() != null || !header.cells().equals(HEADINGS)) {
            throw malformed(1, "must be the 18 headings of a REDCap data dictionary, in their order");
        }
        CsvLines.Line line;
        while ((line = lines.next()) != null) {
            if (line.fault() != null) {
                throw malformed(line.line(), line.fault());
            }
            if (!line.isBlank()) {
                dictionary.add(line);
            }
        }
        return dictionary;
    }

    private void add(CsvLines.Line line) {
        if (line.cells().size() != HEADINGS.size()) {
            throw malformed(line.line(), "has " + line.cells().size() + " cells instead of " + HEADINGS.size());
        }
        List<String> cells = line.cells();
        String name = cells.get(0).strip().toLowerCase(Locale.ROOT);
        String type = cells.get(TYPE).strip().toLowerCase(Locale.ROOT);
        Field field = new Field(
                name,
                type,
                choices(type, cells.get(CHOICES), line.line()),
                cells.get(IDENTIFIER).strip().equalsIgnoreCase("y"));
        if (name.isEmpty() || fields.size() >= MOST_FIELDS || fields.putIfAbsent(name, field) != null) {
            throw malformed(line.line(), "has no name, the name of an earlier field, or is one too many");
        }
    }

    private static Map<String, String> choices(String type, String cell, int line) {
        Map<String, String> choices = new LinkedHashMap<>();
        switch (type) {
            case "yesno" -> choices.putAll(Map.of("1", "Yes", "0", "No"));
            case "truefalse" -> choices.putAll(Map.of("1", "True", "0", "False"));
            case "radio", "dropdown", "checkbox" -> {
                for (String choice : cell.split("\\|")) {
                    String[] halves = choice.split(",", 2);
                    if (halves.length < 2) {
                        throw malformed(line, "has choices that do not read like: 1, one | 2, two");
                    }
                    choices.put(halves[0].strip(), halves[1].strip());
                }
            }
            default -> {}
        }
        return choices;
    }

    /** One that says nothing of who somebody is. */
    Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(field -> !field.identifier());
    }

    List<String> names() {
        return List.copyOf(fields.keySet());
    }

    private static HttpProblem malformed(int line, String message) {
        return Refusal.badRequest("dictionary-malformed", "It is no data dictionary of REDCap")
                .violation("line " + line, message)
                .problem();
    }
}
