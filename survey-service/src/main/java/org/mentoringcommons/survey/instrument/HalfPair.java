package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * A pair of which one half is good and the other was never answered. It is kept as it is, with nothing in the other's place,
 * and told to nobody, so that pair and scale are missing wherever they are counted.
 */
public final class HalfPair {

    private static final String THEN = "then";
    private static final String NOW = "now";

    private HalfPair() {}

    /** What is to be kept of it, if it is one. */
    public static Optional<ObjectNode> of(Item item, JsonNode given) {
        if (!(item instanceof ThenNow pair) || given == null || !given.isObject()) {
            return Optional.empty();
        }
        JsonNode then = given.path(THEN);
        JsonNode now = given.path(NOW);
        boolean onlyThen = isPoint(then, pair.points()) && isMissing(now);
        boolean onlyNow = isPoint(now, pair.points()) && isMissing(then);
        if (!onlyThen && !onlyNow) {
            return Optional.empty();
        }
        ObjectNode half = JsonNodeFactory.instance.objectNode();
        Map.of(THEN, then, NOW, now).forEach((side, point) -> {
            if (isMissing(point)) {
                half.putNull(side);
            } else {
                half.put(side, point.intValue());
            }
        });
        return Optional.of(half);
    }

    /** Whether there is none among these answers as they are kept. */
    static boolean none(ObjectNode coded) {
        return coded.properties().stream().noneMatch(answer -> isHalf(answer.getValue()));
    }

    /** These answers without any, as they are told. */
    public static ObjectNode without(ObjectNode coded) {
        ObjectNode told = coded.deepCopy();
        told.properties().removeIf(answer -> isHalf(answer.getValue()));
        return told;
    }

    private static boolean isHalf(JsonNode kept) {
        return kept.isObject() && (isNull(kept.get(THEN)) || isNull(kept.get(NOW)));
    }

    private static boolean isNull(JsonNode half) {
        return half != null && half.isNull();
    }

    private static boolean isPoint(JsonNode given, int points) {
        return given.isInt() && given.intValue() >= 1 && given.intValue() <= points;
    }

    private static boolean isMissing(JsonNode given) {
        return given.isMissingNode() || given.isNull();
    }
}
