package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Any of several options, one bit each. Choosing none is no answer: a form cannot tell the two apart.
 *
 * @param key the item
 * @param options the options' codes in the instrument's order
 */
public record MultiChoice(String key, List<String> options) implements Item {

    public MultiChoice {
        Item.require(key != null && options != null && !options.isEmpty());
        options = List.copyOf(options);
    }

    @Override
    public String form() {
        return "several options";
    }

    @Override
    public MultiChoice named(String name) {
        return new MultiChoice(name, options);
    }

    @Override
    public List<String> codes() {
        return options;
    }

    @Override
    public int bytes() {
        return (options.size() + Byte.SIZE - 1) / Byte.SIZE;
    }

    @Override
    public void pack(JsonNode answer, byte[] row, int at) {
        if (!answer.isArray()) {
            throw new IllegalArgumentException("not a list of options");
        }
        BitSet chosen = new BitSet(options.size());
        answer.forEach(code -> chosen.set(Item.position(options, code)));
        byte[] bits = chosen.toByteArray();
        System.arraycopy(bits, 0, row, at, bits.length);
    }

    @Override
    public int chosen(byte[] row, int at, int[] places) {
        int chosen = 0;
        for (int option = 0; option < options.size(); option++) {
            if ((row[at + option / Byte.SIZE] >> option % Byte.SIZE & 1) == 1) {
                places[chosen++] = option;
            }
        }
        return chosen;
    }

    @Override
    public Optional<Answer> unpack(byte[] row, int at) {
        byte[] bits = new byte[bytes()];
        System.arraycopy(row, at, bits, 0, bits.length);
        List<String> codes =
                BitSet.valueOf(bits).stream().mapToObj(options::get).toList();
        return codes.isEmpty() ? Optional.empty() : Optional.of(new Answer.Selection(codes));
    }
}
