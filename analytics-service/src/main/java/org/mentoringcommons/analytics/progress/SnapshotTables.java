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

/** Scores as a snapshot stores them: JSON, per scale a list of [sum before, sum now, people]. */
@ApplicationScoped
class SnapshotTables {

    private final ObjectMapper json;

    SnapshotTables(ObjectMapper json) {
        this.json = json;
    }

    String write(ScaleTables scores) {
        Map<String, List<long[]>> cells = new LinkedHashMap<>();
        scores.tables()
                .forEach((scale, table) -> cells.put(
                        scale,
                        table.cells().entrySet().stream()
                                .map(cell -> new long[] {
                                    cell.getKey().before(), cell.getKey().now(), cell.getValue()
                                })
                                .toList()));
        try {
            return json.writeValueAsString(cells);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    ScaleTables read(String text, long people, Structure structure) {
        Map<String, PairTable> tables = new LinkedHashMap<>();
        try {
            Map<String, List<long[]>> cells = json.readValue(text, new TypeReference<>() {});
            structure.scales().forEach(scale -> {
                PairTable.Builder table = PairTable.builder(scale.items().size());
                cells.getOrDefault(scale.key(), List.of())
                        .forEach(cell -> table.add((int) cell[0], (int) cell[1], cell[2]));
                tables.put(scale.key(), table.build());
            });
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored snapshot cannot be read", unreadable);
        }
        return new ScaleTables(people, tables);
    }
}
