package org.mentoringcommons.survey.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where each column of a file stands. Columns nobody mapped are not looked at. */
final class Header {

    private static final String IMPORT_ID = "ImportId";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int width;
    private final Map<String, Integer> places;

    private Header(int width, Map<String, Integer> places) {
        this.width = width;
        this.places = places;
    }

    int width() {
        return width;
    }

    /** From 0; the column is there. */
    int place(String column) {
        return places.get(column);
    }

    /**
     * Reads what stands above the answers.
     *
     * @param wanted columns the mapping names
     * @return null if it cannot be read; what is wrong has been told
     */
    static Header read(CsvLines lines, Layout layout, char separator, Set<String> wanted, Problems problems)
            throws IOException {
        CsvLines.Line first = lines.next();
        if (first == null) {
            problems.tell(1, "is missing: the file is empty");
            return null;
        }
        if (first.fault() != null) {
            problems.tell(first.line(), first.fault());
            return null;
        }
        List<List<String>> names = new ArrayList<>(List.of(first.cells()));
        if (layout == Layout.QUALTRICS) {
            names.add(importIds(lines, first.cells().size(), problems));
        }
        return names.contains(null) ? null : placed(names, separator, wanted, problems);
    }

    private static Header placed(List<List<String>> names, char separator, Set<String> wanted, Problems problems) {
        Map<String, Integer> places = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (List<String> spelt : names) {
            for (int at = 0; at < spelt.size(); at++) {
                Integer before = places.putIfAbsent(spelt.get(at).strip(), at);
                if (before != null && before != at) {
                    twice.add(spelt.get(at).strip());
                }
            }
        }
        List<String> missing = wanted.stream()
                .filter(column -> !places.containsKey(column))
                .sorted()
                .toList();
        if (!missing.isEmpty() && missing.size() == wanted.size()) {
            problems.tell(1, "has none of the mapped columns" + separatedBy(names.get(0), separator));
            return null;
        }
        missing.forEach(column -> problems.tell(1, column, "is no column of the file" + alike(column, places)));
        wanted.stream()
                .filter(twice::contains)
                .sorted()
                .forEach(column -> problems.tell(1, column, "is the name of several columns"));
        return missing.isEmpty() ? new Header(names.get(0).size(), places) : null;
    }

    private static String separatedBy(List<String> cells, char separator) {
        String whole = String.join("", cells);
        for (String other : List.of(";", "\t", ",", "|")) {
            if (other.charAt(0) != separator && whole.contains(other)) {
                return "; its cells seem to be divided by " + (other.equals("\t") ? "tabs" : "\"" + other + "\"")
                        + ": say so as \"separator\" in the mapping";
            }
        }
        return "";
    }

    private static String alike(String column, Map<String, Integer> places) {
        return places.keySet().stream()
                .filter(there -> there.toLowerCase(Locale.ROOT).equals(column.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(there -> "; there is " + there)
                .orElse("");
    }

    /** The second line holds the questions, the third what Qualtrics calls each column. */
    private static List<String> importIds(CsvLines lines, int width, Problems problems) throws IOException {
        CsvLines.Line questions = lines.next();
        CsvLines.Line ids = questions == null ? null : lines.next();
        List<String> found = new ArrayList<>();
        if (ids != null && ids.fault() == null) {
            for (String cell : ids.cells()) {
                found.add(importId(cell));
            }
        }
        if (found.size() != width || found.contains(null)) {
            problems.tell(
                    ids == null ? 1 : ids.line(),
                    "must say what Qualtrics calls each column, as {\"ImportId\": …}: such a file has three lines above"
                            + " the answers");
            return null;
        }
        return found;
    }

    private static String importId(String cell) {
        try {
            JsonNode said = JSON.readTree(cell);
            return said != null && said.path(IMPORT_ID).isTextual()
                    ? said.get(IMPORT_ID).textValue()
                    : null;
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }
}
