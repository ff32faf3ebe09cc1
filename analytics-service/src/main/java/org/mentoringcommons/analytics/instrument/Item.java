package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A question of an instrument. Each kind knows what an answer to it looks like and how many bytes it takes in a row. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = Uncounted.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ThenNow.class, name = "then_now"),
    @JsonSubTypes.Type(
            value = Likert.class,
            names = {"likert", "bipolar"}),
    @JsonSubTypes.Type(value = Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = MultiChoice.class, name = "multi_choice"),
    @JsonSubTypes.Type(value = Text.class, name = "text"),
    @JsonSubTypes.Type(value = Uncounted.class, name = "uncounted")
})
public sealed interface Item permits ThenNow, Likert, Choice, MultiChoice, Text, Uncounted {

    /** {@return its key, unique in the instrument} */
    String key();

    /** {@return what it looks like to who answers, in words: items of different forms are never the same} */
    String form();

    /** {@return the same item by another name} */
    Item named(String name);

    /** {@return the codes an answer can have, in the instrument's order; none for pairs and texts} */
    List<String> codes();

    /** How many bytes of a row it takes. */
    int bytes();

    /**
     * Writes an answer as it arrives; a null node leaves the bytes zero, which reads as no answer.
     *
     * @throws IllegalArgumentException if it is no answer to this item
     */
    void pack(JsonNode answer, byte[] row, int at);

    Optional<Answer> unpack(byte[] row, int at);

    /**
     * Writes where the chosen codes stand among {@link #codes()}, ascending, without making words of them.
     *
     * @param places takes the places; at least as long as there are codes
     * @return how many were chosen
     */
    default int chosen(byte[] row, int at, int[] places) {
        return 0;
    }

    /** The one chosen by number, 0 for none. */
    static int single(byte[] row, int at, int[] places) {
        int number = Byte.toUnsignedInt(row[at]);
        places[0] = number - 1;
        return number == 0 ? 0 : 1;
    }

    /** The largest number one unsigned byte holds, and so of points and of single-choice options. */
    int MOST = 255;

    /** Reads a whole number from 1 to {@code most}. */
    static int rating(JsonNode node, int most) {
        if (node == null || !node.isIntegralNumber() || node.longValue() < 1 || node.longValue() > most) {
            throw new IllegalArgumentException("not a rating from 1 to " + most);
        }
        return node.intValue();
    }

    /** Finds the position of a code. */
    static int position(List<String> options, JsonNode code) {
        int position = code.isTextual() ? options.indexOf(code.textValue()) : -1;
        if (position < 0) {
            throw new IllegalArgumentException("not one of the options");
        }
        return position;
    }

    /** Checks what every kind has. */
    static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("not an item this service can count");
        }
    }
}
