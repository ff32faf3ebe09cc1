package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One of several options.
 *
 * @param key the item
 * @param options the options' codes in the instrument's order, 1 to 255
 */
public record Choice(String key, List<String> options) implements Item {

    public Choice {
        Item.require(key != null && options != null && !options.isEmpty() && options.size() <= MOST);
        options = List.copyOf(options);
    }

    @Override
    public String form() {
        return "one option";
    }

    @Override
    public Choice named(String name) {
        return new Choice(name, options);
    }

    @Override
    public List<String> codes() {
        return options;
    }

    @Override
    public int bytes() {
        return 1;
    }

    @Override
    public void pack(JsonNode answer, byte[] row, int at) {
        row[at] = (byte) (Item.position(options, answer) + 1);
    }

    @Override
    public int chosen(byte[] row, int at, int[] places) {
        return Item.single(row, at, places);
    }

    @Override
    public Optional<Answer> unpack(byte[] row, int at) {
        int chosen = Byte.toUnsignedInt(row[at]);
        return chosen == 0 ? Optional.empty() : Optional.of(new Answer.Selection(List.of(options.get(chosen - 1))));
    }
}
