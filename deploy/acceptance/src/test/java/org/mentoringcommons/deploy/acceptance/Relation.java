package org.mentoringcommons.deploy.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that was stored in rows, as somebody who stole it sees it: a table, a topic, a log.
 *
 * @param rows in the order in which they lie there, each by column; what is JSON is taken apart
 */
record Relation(String name, List<Map<String, String>> rows) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Relation of(String name, List<Map<String, String>> rows) {
        return new Relation(name, rows.stream().map(Relation::takenApart).toList());
    }

    private static Map<String, String> takenApart(Map<String, String> row) {
        Map<String, String> cells = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (value != null) {
                cells.put(column, value);
                if (value.startsWith("{") || value.startsWith("[")) {
                    try {
                        add(cells, column, JSON.readTree(value));
                    } catch (IOException noJson) {
                        // then it is a text like any other
                    }
                }
            }
        });
        return cells;
    }

    private static void add(Map<String, String> cells, String column, JsonNode value) {
        if (value.isValueNode()) {
            cells.put(column, value.asText());
        } else if (value.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            value.forEach(elements::add);
            for (int index = 0; index < elements.size(); index++) {
                add(cells, column + "[" + index + "]", elements.get(index));
            }
        } else {
            value.fields().forEachRemaining(part -> add(cells, column + "." + part.getKey(), part.getValue()));
        }
    }
}
