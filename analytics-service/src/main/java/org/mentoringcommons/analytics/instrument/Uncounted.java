package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * An item of a kind that no statistic here looks at: a number, a date, a constant sum, a ranking, or a kind to come. It is
 * known, so that its answers are expected, and nothing of them is kept: survey-service holds them.
 *
 * @param key the item
 */
public record Uncounted(String key) implements Item {

    public Uncounted {
        Item.require(key != null);
    }

    @Override
    public String form() {
        return "something that is not counted";
    }

    @Override
    public Uncounted named(String name) {
        return new Uncounted(name);
    }

    @Override
    public List<String> codes() {
        return List.of();
    }

    @Override
    public int bytes() {
        return 0;
    }

    @Override
    public void pack(JsonNode answer, byte[] row, int at) {
        // nothing of it is kept
    }

    @Override
    public Optional<Answer> unpack(byte[] row, int at) {
        return Optional.empty();
    }
}
