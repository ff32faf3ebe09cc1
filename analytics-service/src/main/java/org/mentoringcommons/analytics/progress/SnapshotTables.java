package org.mentoringcommons.analytics.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.statistics.PairTable;

/**
 * Scores as a snapshot stores them: JSON, per scale the units of a point and a list of [score before, score now, people].
 * Scores in other units than today's are of a scoring rule that is no longer in force; they read as nobody's, until the
 * snapshot is made anew.
 */
@ApplicationScoped
class SnapshotTables {

    private final ObjectMapper json;

    SnapshotTables(ObjectMapper json) {
        this.json = json;
    }

    private record Stored(int unitsPerPoint, List<long[]> cells) {}

    String write(ScaleTables scores) {
        Map<String, Stored> stored = new LinkedHashMap<>();
        scores.tables().forEach((scale, table) -> stored.put(scale, new Stored(table.unitsPerPoint(), cells(table))));
        try {
            return json.writeValueAsString(stored);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    ScaleTables read(String text, long people, Structure structure) {
        Map<String, PairTable> tables = new LinkedHashMap<>();
        try {
            Map<String, Stored> stored = json.readValue(text, new TypeReference<>() {});
            structure.scales().forEach(scale -> {
                PairTable.Builder table = PairTable.builder(scale.unitsPerPoint());
                Stored cells = stored.get(scale.key());
                if (cells != null && cells.unitsPerPoint() == scale.unitsPerPoint()) {
                    cells.cells().forEach(cell -> table.add((int) cell[0], (int) cell[1], cell[2]));
                }
                tables.put(scale.key(), table.build());
            });
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored snapshot cannot be read", unreadable);
        }
        return new ScaleTables(people, tables);
    }

    private static List<long[]> cells(PairTable table) {
        return table.cells().entrySet().stream()
                .map(cell -> new long[] {cell.getKey().before(), cell.getKey().now(), cell.getValue()})
                .toList();
    }
}
