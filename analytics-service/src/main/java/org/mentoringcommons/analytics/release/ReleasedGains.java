package org.mentoringcommons.analytics.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.analytics.statistics.Interval;

/** What a frozen release shows of everybody's gains, scale by scale, read from its document. */
final class ReleasedGains {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double LEVEL = 0.95;

    private final Map<String, Scale> scales = new LinkedHashMap<>();

    /**
     * One scale.
     *
     * @param figures of gains, those that are shown
     * @param prediction where a new site's mean gain is expected; empty where fewer than five sites are shown
     */
    record Scale(Map<String, String> figures, Optional<Interval> prediction) {}

    ReleasedGains(byte[] document) {
        try {
            JsonNode content = JSON.readTree(document);
            for (JsonNode cell : content.get("cells")) {
                if (cell.get("cell").isEmpty() && cell.get("section").asText().equals("gains")) {
                    String scale = cell.get("measure").asText();
                    scales.put(scale, new Scale(figures(cell), prediction(content, scale)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a frozen document cannot be read", unreadable);
        }
    }

    /** {@return a scale; empty if nothing of it is shown} */
    Optional<Scale> of(String scale) {
        return Optional.ofNullable(scales.get(scale))
                .filter(one -> !one.figures().isEmpty());
    }

    private static Map<String, String> figures(JsonNode cell) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (JsonNode figure : cell.get("figures")) {
            String measure = figure.get("measure").asText();
            if ((measure.equals("n") || measure.endsWith("_gain"))
                    && !figure.get("value").isNull()) {
                figures.put(measure, figure.get("value").asText());
            }
        }
        return figures;
    }

    /** Releases of earlier rules have none. */
    private static Optional<Interval> prediction(JsonNode content, String scale) {
        for (JsonNode line : content.path("derived")) {
            if (line.get("section").asText().equals(AcrossSites.SECTION)
                    && line.get("row").asText().equals(scale)
                    && line.get("measure").asText().equals("prediction")) {
                return Optional.of(new Interval(
                        line.get("lower").asDouble(), line.get("upper").asDouble(), LEVEL));
            }
        }
        return Optional.empty();
    }
}
