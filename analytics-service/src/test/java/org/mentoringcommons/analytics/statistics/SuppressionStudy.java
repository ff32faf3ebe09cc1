package org.mentoringcommons.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.mentoringcommons.analytics.disclosure.Audit;
import org.mentoringcommons.analytics.disclosure.FeasibleInterval;
import org.mentoringcommons.analytics.disclosure.LinkedTable;
import org.mentoringcommons.analytics.disclosure.Suppression;

/**
 * Institutions by answers, summed over hubs and the nation: many patterns are valid, so ours is audited and not compared.
 * Everything else in the file has one right answer.
 */
final class SuppressionStudy {
    /** What says how, not what. */
    private static final Set<String> WORDS = Set.of("rule", "note", "call", "engine", "threshold");

    private final LinkedTable table;
    private final JsonNode expected;
    private final Suppression suppression;

    SuppressionStudy(Rows rows, JsonNode expected) {
        this.table = table(rows);
        this.expected = expected;
        this.suppression = Suppression.withDefaults()
                .withThreshold(expected.get("threshold").asLong());
    }

    private static LinkedTable table(Rows rows) {
        LinkedTable.Builder table = LinkedTable.builder();
        List<String> answers = rows.header().subList(2, rows.header().size());
        Map<String, List<String>> hubs = new LinkedHashMap<>();
        List<String> institutions = new ArrayList<>();
        for (CSVRecord row : rows.records()) {
            answers.forEach(answer -> table.count(row.get("institution"), answer, Rows.integer(row, answer)));
            hubs.computeIfAbsent(row.get("hub"), hub -> new ArrayList<>()).add(row.get("institution"));
            institutions.add(row.get("institution"));
        }
        hubs.forEach(table::rowGroup);
        return table.rowGroup("NATION", institutions)
                .columnGroup("TOTAL", answers)
                .build();
    }

    Stream<DynamicTest> tests() {
        return StreamSupport.stream(((Iterable<String>) expected::fieldNames).spliterator(), false)
                .filter(id -> !WORDS.contains(id))
                .map(id -> dynamicTest(id, test(id)));
    }

    private Executable test(String id) {
        Set<LinkedTable.Cell> primary = new LinkedHashSet<>(suppression.primary(table));
        return switch (id) {
            case "all_cells" -> this::everyCellHasItsCount;
            case "primary" -> () -> assertThat(primary).containsExactlyInAnyOrderElementsOf(cells(id));
            case "primary_only_intervals" -> () -> intervals(id, primary);
            case "primary_only_exactly_recoverable" ->
                () -> assertThat(primary)
                        .filteredOn(
                                cell -> new Audit(table, primary).feasible(cell).width() < 1e-6)
                        .containsExactlyInAnyOrderElementsOf(cells(id));
            case "primary_only_unsafe" ->
                () -> assertThat(suppression.unsafe(table, primary)).containsExactlyInAnyOrderElementsOf(cells(id));
            case "one_valid_pattern" -> this::ourPatternIsValid;
            case "one_valid_pattern_intervals" -> () -> intervals(id, Set.copyOf(cells("one_valid_pattern")));
            default ->
                () -> assertThat(id)
                        .as("unknown id, by %s", expected.get("call"))
                        .isNull();
        };
    }

    private void everyCellHasItsCount() {
        JsonNode counts = expected.get("all_cells");
        assertThat(table.cells()).hasSize(counts.size());
        counts.fieldNames().forEachRemaining(name -> assertThat(table.value(cell(name)))
                .as(name)
                .isEqualTo(counts.get(name).asLong()));
    }

    private void intervals(String id, Set<LinkedTable.Cell> hidden) {
        JsonNode bounds = expected.get(id);
        Audit audit = new Audit(table, hidden);
        bounds.fieldNames().forEachRemaining(name -> {
            FeasibleInterval ours = audit.feasible(cell(name));
            assertThat(ours.lower()).as(name).isCloseTo(bounds.get(name).get(0).asDouble(), within(1e-6));
            assertThat(ours.upper()).as(name).isCloseTo(bounds.get(name).get(1).asDouble(), within(1e-6));
        });
    }

    private void ourPatternIsValid() {
        Suppression.Result ours = suppression.protect(table);
        Set<LinkedTable.Cell> hidden = new LinkedHashSet<>(ours.primary());
        hidden.addAll(ours.secondary());
        Audit audit = new Audit(table, hidden);
        assertThat(ours.primary()).containsExactlyInAnyOrderElementsOf(cells("primary"));
        assertThat(ours.primary())
                .allSatisfy(cell -> assertThat(audit.feasible(cell).width())
                        .as("%s of %s", cell, hidden)
                        .isGreaterThanOrEqualTo(ours.threshold() - 1 - 1e-9));
    }

    private List<LinkedTable.Cell> cells(String id) {
        List<LinkedTable.Cell> cells = new ArrayList<>();
        expected.get(id).forEach(name -> cells.add(cell(name.asText())));
        return cells;
    }

    private static LinkedTable.Cell cell(String name) {
        int bar = name.lastIndexOf('|');
        return new LinkedTable.Cell(name.substring(0, bar), name.substring(bar + 1));
    }
}
