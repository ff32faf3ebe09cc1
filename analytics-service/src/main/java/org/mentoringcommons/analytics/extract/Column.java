package org.mentoringcommons.analytics.extract;

import java.util.List;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/**
 * A column of a row file.
 *
 * @param name unique in the file
 * @param type of every value; a person may have none
 * @param reading how a person's value is found
 * @param description what the codebook says of it
 */
record Column(String name, Type type, Reading reading, Description description) {

    /** What kind of value a column holds. */
    enum Type {
        INTEGER("integer"),
        TEXT("text");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Finds a person's value: an {@code Integer} or a {@code String} as the type says, or null. */
    interface Reading {
        Object of(DeliveredWorkshop workshop, InstrumentReference instrument, Answers answers);
    }

    /**
     * What the codebook says.
     *
     * @param item the item's key; empty for what is about the workshop
     * @param meaning in words
     * @param codes values it can have, where they are few
     * @param scales scales that sum the item
     */
    record Description(String item, String meaning, List<String> codes, List<String> scales) {

        static Description ofWorkshop(String meaning, String... codes) {
            return new Description("", meaning, List.of(codes), List.of());
        }
    }

    Column named(String otherName) {
        return new Column(otherName, type, reading, description);
    }
}
