package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A rating before and now, asked in one sitting.
 *
 * @param key the item
 * @param points the highest rating, 2 to 255
 */
public record ThenNow(String key, int points) implements Item {

    public ThenNow {
        Item.require(key != null && points >= 2 && points <= MOST);
    }

    @Override
    public String form() {
        return "pair of ratings of " + points;
    }

    @Override
    public ThenNow named(String name) {
        return new ThenNow(name, points);
    }

    @Override
    public List<String> codes() {
        return List.of();
    }

    @Override
    public int bytes() {
        return 2;
    }

    @Override
    public void pack(JsonNode answer, byte[] row, int at) {
        int then = Item.rating(answer.get("then"), points);
        int now = Item.rating(answer.get("now"), points);
        row[at] = (byte) then;
        row[at + 1] = (byte) now;
    }

    @Override
    public Optional<Answer> unpack(byte[] row, int at) {
        return row[at] == 0
                ? Optional.empty()
                : Optional.of(new Answer.Pair(Byte.toUnsignedInt(row[at]), Byte.toUnsignedInt(row[at + 1])));
    }
}
