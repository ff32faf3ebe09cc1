package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.bedatadriven.spss.SpssDataFileReader;
import com.bedatadriven.spss.SpssVariable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an export says of answers, whatever its format, read by programs that did not write it: by answer, then by item and
 * part ({@code communication_1/then}, {@code race/Asian}, {@code career/}), each value as text; what is missing is not there.
 */
record Exported(Map<String, Map<String, String>> answers) {

    /** A column as the codebook tells it. */
    private record Column(String key, Map<String, String> codes) {

        static Map<String, Column> of(byte[] codebook) {
            Map<String, Column> columns = new HashMap<>();
            for (Map<String, String> line : lines(codebook)) {
                Map<String, String> codes = new HashMap<>();
                for (String value : line.get("values").split("; ")) {
                    String[] parts = value.split("=");
                    if (parts.length == 3) {
                        codes.put(parts[0], parts[1]);
                    }
                }
                columns.put(line.get("column"), new Column(line.get("item") + "/" + line.get("part"), codes));
            }
            return columns;
        }

        boolean isOfItem() {
            return !key.startsWith("/");
        }
    }

    static List<Map<String, String>> lines(byte[] csv) {
        try (MappingIterator<Map<String, String>> lines = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(new String(csv, StandardCharsets.UTF_8))) {
            return lines.readAll();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Exported ofCsv(byte[] data, byte[] codebook) {
        Exported read = new Exported(new TreeMap<>());
        Map<String, Column> columns = Column.of(codebook);
        lines(data)
                .forEach(line -> line.forEach((name, value) -> {
                    if (columns.get(name).isOfItem()) {
                        read.says(line.get("response"), columns.get(name).key(), value);
                    }
                }));
        return read;
    }

    /** Numbers of choices stand for the codes that the codebook gives them. */
    static Exported ofRedcap(byte[] records, byte[] codebook) {
        Exported read = new Exported(new TreeMap<>());
        Map<String, Column> columns = Column.of(codebook);
        lines(records)
                .forEach(line -> line.forEach((name, value) -> {
                    Column column = columns.get(name);
                    if (column.isOfItem()) {
                        read.says(
                                line.get("record_id"),
                                column.key(),
                                column.codes().getOrDefault(value, value));
                    }
                }));
        return read;
    }

    static Exported ofSav(byte[] data, byte[] codebook) throws IOException {
        Exported read = new Exported(new TreeMap<>());
        Map<String, Column> columns = Column.of(codebook);
        SpssDataFileReader reader = new SpssDataFileReader(new ByteArrayInputStream(data));
        Map<String, Integer> places = new HashMap<>();
        for (SpssVariable variable : reader.getVariables()) {
            places.put(variable.getVariableName(), variable.getIndex());
        }
        assertThat(places.keySet()).isEqualTo(columns.keySet());
        while (reader.readNextCase()) {
            String response = reader.getStringValue(places.get("response")).strip();
            read.answers.put(response, new TreeMap<>());
            columns.forEach((name, column) -> {
                if (column.isOfItem()) {
                    String value = number(reader.getDoubleValue(places.get(name)));
                    read.says(response, column.key(), column.codes().getOrDefault(value, value));
                }
            });
        }
        return read;
    }

    /** System-missing, and who was not asked, is nothing. */
    private static String number(Double value) {
        return value == null || value.isNaN() || value == -Double.MAX_VALUE || value == -8
                ? ""
                : new BigDecimal(value).stripTrailingZeros().toPlainString();
    }

    /** @param options of choices of several, by link, as the questionnaires have them */
    static Exported ofFhir(byte[] responses, Map<String, List<String>> options) {
        Exported read = new Exported(new TreeMap<>());
        new String(responses, StandardCharsets.UTF_8)
                .lines()
                .map(TheStack::json)
                .forEach(response -> {
                    String id = response.get("id").asText();
                    read.answers.put(id, new TreeMap<>());
                    response.path("item").forEach(item -> read.item(id, item, options));
                });
        return read;
    }

    private void item(String response, JsonNode item, Map<String, List<String>> options) {
        String link = item.get("linkId").asText();
        item.path("item").forEach(part -> item(response, part, options));
        if (!item.has("answer")) {
            return;
        }
        List<String> answers = item.get("answer").findValuesAsText("code");
        if (options.containsKey(link)) {
            String key = link.replaceFirst("\\.codes$", "");
            options.get(link).forEach(code -> says(response, key + "/" + code, answers.contains(code) ? "1" : "0"));
        } else if (link.endsWith(".written")) {
            boolean written = item.get("answer").get(0).get("valueBoolean").booleanValue();
            says(response, link.replaceFirst("\\.written$", "/"), written ? "1" : "0");
        } else {
            String key = link.contains(".") ? link.replace('.', '/') : link + "/";
            says(response, key, answers.isEmpty() ? value(item.get("answer").get(0)) : answers.get(0));
        }
    }

    private static String value(JsonNode answer) {
        return answer.elements().next().asText();
    }

    private void says(String response, String key, String value) {
        Map<String, String> all = answers.computeIfAbsent(response, none -> new TreeMap<>());
        if (!value.isEmpty()) {
            all.put(key, value);
        }
    }
}
