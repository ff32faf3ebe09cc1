package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one wave asks: a version of an instrument, which is the same everywhere, and after it the institution's own items;
 * both in the words the institution is licensed to use, if it has any.
 */
public final class Questionnaire {

    private static final Definition NOTHING = Definition.of(List.of(), List.of());

    private final Instrument instrument;
    private final Definition own;
    private final List<Wordings> overlays;
    private final Definition all;

    /**
     * @param own the institution's own items, or null
     * @param overlays the institution's words over the instrument's, by language; never its structure
     */
    public Questionnaire(Instrument instrument, Definition own, List<Wordings> overlays) {
        this.instrument = instrument;
        this.own = own == null ? NOTHING : own;
        this.overlays = List.copyOf(overlays);
        this.all = instrument.definition().followedBy(this.own.items());
    }

    /** The languages it can be shown in; first the one it was written in. */
    public List<String> languages() {
        return Stream.concat(
                        instrument.definition().languages().stream(),
                        overlays.stream().map(Wordings::language))
                .distinct()
                .toList();
    }

    public String title(String language) {
        return overlay(language).map(Wordings::title).orElseGet(() -> instrument.title(language));
    }

    /** All items, as answers are judged by them. */
    public Definition definition() {
        return all;
    }

    /** All items as a reader of one of the {@link #languages()} is shown them. */
    public List<Item> items(String language) {
        Definition core = instrument.definition().in(language);
        List<Item> worded = overlay(language).map(core::worded).orElse(core).items();
        return Stream.concat(worded.stream(), own.in(language).items().stream()).toList();
    }

    /** See {@link Definition#accept}. */
    public AcceptedAnswers accept(Map<String, JsonNode> given, Violations violations) {
        return all.accept(given, violations);
    }

    /** What other services need to know to work with answers. */
    public InstrumentStructure structure() {
        return instrument.structure(own.items());
    }

    private Optional<Wordings> overlay(String language) {
        return overlays.stream()
                .filter(words -> words.language().equals(language))
                .findFirst();
    }
}
