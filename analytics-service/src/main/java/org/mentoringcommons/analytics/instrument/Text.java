package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A free text. It never comes here, so it takes no byte of a row; the coders' consensus about it does.
 *
 * @param key the item
 */
public record Text(String key) implements Item {

    public Text {
        Item.require(key != null);
    }

    @Override
    public String form() {
        return "free text";
    }

    @Override
    public Text named(String name) {
        return new Text(name);
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
        throw new IllegalArgumentException("free text does not travel");
    }

    @Override
    public Optional<Answer> unpack(byte[] row, int at) {
        return Optional.empty();
    }
}
