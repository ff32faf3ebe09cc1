package org.mentoringcommons.deploy.local.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The study-team report, looked up by section, row and measure. */
final class Report {

    private final Map<List<String>, JsonNode> figures = new HashMap<>();
    private final Map<String, Long> answered = new HashMap<>();
    private final String population;

    Report(JsonNode document) {
        population = document.get("population").asText();
        for (JsonNode section : document.get("sections")) {
            String name = section.get("section").asText();
            for (JsonNode row : section.get("rows")) {
                for (JsonNode measure : row.get("measures")) {
                    figures.put(
                            List.of(
                                    name,
                                    row.get("row").asText(),
                                    measure.get("measure").asText()),
                            measure);
                    if (measure.get("measure").asText().equals("percent")) {
                        answered.merge(name, measure.path("n").asLong(), Math::max);
                    }
                }
            }
        }
    }

    String population() {
        return population;
    }

    /** Unrounded; empty if the report has no such figure or it is undefined. */
    Optional<BigDecimal> value(String section, String row, String measure) {
        JsonNode figure = figures.get(List.of(section, row, measure));
        return figure == null
                        || figure.path("value").isNull()
                        || figure.path("value").isMissingNode()
                ? Optional.empty()
                : Optional.of(new BigDecimal(figure.get("value").asText()));
    }

    Optional<BigDecimal> rounded(String section, String row, String measure, int decimals) {
        return value(section, row, measure).map(value -> value.setScale(decimals, RoundingMode.HALF_UP));
    }

    Optional<BigDecimal> n(String section, String row, String measure) {
        return Optional.ofNullable(figures.get(List.of(section, row, measure)))
                .map(figure -> BigDecimal.valueOf(figure.path("n").asLong()));
    }

    /** The base of a section's percentages: how many people, or texts, it is about. */
    BigDecimal n(String section) {
        return BigDecimal.valueOf(answered.getOrDefault(section, 0L));
    }

    BigDecimal sum(String section, String measure) {
        return figures.entrySet().stream()
                .filter(figure -> figure.getKey().get(0).equals(section)
                        && figure.getKey().get(2).equals(measure))
                .map(figure -> new BigDecimal(figure.getValue().get("value").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
