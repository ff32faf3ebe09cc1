package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * An answer of codes, with which words of one's own may go: either the codes alone, or
 * {@code {"chosen": codes, "other": "words"}}.
 */
record Chosen(JsonNode codes, JsonNode other) {

    /** The most characters (Unicode code points) beside an option. */
    static final int WORDS = 500;

    private static final String CHOSEN = "chosen";
    private static final String OTHER = "other";

    /** Reads it apart; empty if it has anything else. */
    static Optional<Chosen> of(JsonNode given, Violations violations) {
        if (!given.isObject()) {
            return Optional.of(new Chosen(given, null));
        }
        boolean good = true;
        for (Iterator<String> names = given.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!name.equals(CHOSEN) && !name.equals(OTHER)) {
                violations.of(name).add("is neither chosen nor other");
                good = false;
            }
        }
        return good ? Optional.of(new Chosen(given.get(CHOSEN), given.get(OTHER))) : Optional.empty();
    }

    boolean nothingChosen() {
        return Rating.isMissing(codes)
                || codes.isTextual() && codes.textValue().isEmpty()
                || codes.isArray() && codes.isEmpty();
    }

    /** Keeps the words that go with an option, if that is chosen. */
    void keepWords(String item, List<Option> options, Collection<String> chosen, AcceptedAnswers kept, Violations v) {
        if (Rating.isMissing(other) || other.isTextual() && other.textValue().isBlank()) {
            return;
        }
        Optional<Option> taking = options.stream().filter(Option::specify).findFirst();
        if (taking.isEmpty()) {
            v.of(OTHER).add("no option of this item takes words");
        } else if (!chosen.contains(taking.get().code())) {
            v.of(OTHER).add("the option these words go with is not chosen");
        } else {
            FreeWords.accept(item, other, WORDS, kept, v.of(OTHER));
        }
    }
}
