package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One rating.
 *
 * @param key the item
 * @param points the highest rating, 2 to 255
 */
public record Likert(String key, int points) implements Item {

    public Likert {
        Item.require(key != null && points >= 2 && points <= MOST);
    }

    @Override
    public String form() {
        return "rating of " + points;
    }

    @Override
    public Likert named(String name) {
        return new Likert(name, points);
    }

    @Override
    public List<String> codes() {
        return IntStream.rangeClosed(1, points).mapToObj(Integer::toString).toList();
    }

    @Override
    public int bytes() {
        return 1;
    }

    @Override
    public void pack(JsonNode answer, byte[] row, int at) {
        row[at] = (byte) Item.rating(answer, points);
    }

    @Override
    public int chosen(byte[] row, int at, int[] places) {
        return Item.single(row, at, places);
    }

    @Override
    public Optional<Answer> unpack(byte[] row, int at) {
        return row[at] == 0 ? Optional.empty() : Optional.of(new Answer.Rating(Byte.toUnsignedInt(row[at])));
    }
}
