package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The items of an instrument in their order, the scales made of them, and the same in other languages.
 *
 * @param language of the items as they stand
 * @param translations complete ones
 */
public record Definition(String language, List<Item> items, List<Scale> scales, List<Wordings> translations) {

    /** The language of what says nothing about it. */
    static final String USUAL_LANGUAGE = "en";

    public Definition {
        language = language == null ? USUAL_LANGUAGE : language;
        items = List.copyOf(items);
        scales = scales == null ? List.of() : List.copyOf(scales);
        translations = translations == null ? List.of() : List.copyOf(translations);
    }

    /** Items in one language. */
    public static Definition of(List<Item> items, List<Scale> scales) {
        return new Definition(null, items, scales, null);
    }

    /** What is wrong with it as a whole: keys that clash, conditions that look ahead, scales that do not add up, …. */
    Violations violations() {
        Violations violations = Violations.none();
        new DefinitionCheck(this).tell(violations);
        return violations;
    }

    /** Tells what is wrong with it as an institution's own items after these. */
    public void checkAfter(Definition core, Violations violations) {
        Map<String, Item> before = new LinkedHashMap<>();
        core.items().forEach(item -> before.put(item.key(), item));
        DefinitionCheck.items(items, before, true, violations);
        new DefinitionCheck(this).translations(false, violations);
    }

    /** The languages it can be shown in; first its own. */
    public List<String> languages() {
        return Stream.concat(Stream.of(language), translations.stream().map(Wordings::language))
                .toList();
    }

    /** The same in one of its {@link #languages()}. */
    public Definition in(String language) {
        return translation(language).map(this::worded).orElse(this);
    }

    Optional<Wordings> translation(String language) {
        return translations.stream()
                .filter(words -> words.language().equals(language))
                .findFirst();
    }

    /** The same in these words; whatever they leave out stays as it is. */
    public Definition worded(Wordings words) {
        return new Definition(words.language(), items.stream().map(words::of).toList(), scales, List.of());
    }

    /** The same with more items after it. */
    public Definition followedBy(List<Item> more) {
        return new Definition(
                language, Stream.concat(items.stream(), more.stream()).toList(), scales, translations);
    }

    /**
     * Judges a whole answer: every item by its own rule, plus unknown items and missing required ones. What is said to an
     * item that does not apply is neither judged nor kept.
     *
     * @param given answers by item key; null, as well as absent, is missing
     * @param violations where {@code answers.<item>} and what is wrong with it is told
     */
    public AcceptedAnswers accept(Map<String, JsonNode> given, Violations violations) {
        return judged(given, true, violations);
    }

    /**
     * As {@link #accept}, of answers that nobody can be asked for again: what is required may be missing, and of a pair one
     * half, which is kept with nothing in the other's place.
     */
    public AcceptedAnswers acceptPast(Map<String, JsonNode> given, Violations violations) {
        Map<String, ObjectNode> halves = new LinkedHashMap<>();
        Map<String, JsonNode> whole = new LinkedHashMap<>(given);
        for (Item item : items) {
            HalfPair.of(item, given.get(item.key())).ifPresent(half -> {
                halves.put(item.key(), half);
                whole.remove(item.key());
            });
        }
        AcceptedAnswers kept = judged(whole, false, violations);
        for (Item item : items) {
            if (halves.containsKey(item.key())
                    && (item.when() == null || item.when().holds(kept))) {
                kept.coded().set(item.key(), halves.get(item.key()));
            }
        }
        return kept;
    }

    /** Whether all is there that a whole answer has to have. */
    public boolean isWhole(AcceptedAnswers kept) {
        return HalfPair.none(kept.coded())
                && items.stream()
                        .allMatch(item -> !item.required()
                                || kept.has(item.key())
                                || item.when() != null && !item.when().holds(kept));
    }

    private AcceptedAnswers judged(Map<String, JsonNode> given, boolean whole, Violations violations) {
        AcceptedAnswers kept = AcceptedAnswers.none();
        Violations answers = violations.of("answers");
        Set<String> unknown = new HashSet<>(given.keySet());
        for (Item item : items) {
            unknown.remove(item.key());
            if (item.when() != null && !item.when().holds(kept)) {
                continue;
            }
            JsonNode answer = given.get(item.key());
            int before = violations.count();
            if (!Rating.isMissing(answer)) {
                item.accept(answer, kept, answers.of(item.key()));
            }
            if (whole && item.required() && !kept.has(item.key()) && violations.count() == before) {
                answers.of(item.key()).add("is required");
            }
        }
        unknown.stream().sorted().forEach(key -> answers.of(key).add("is not an item of the instrument"));
        return kept;
    }

    /** How far somebody is who has answered this. */
    public Progress progress(Map<String, JsonNode> given) {
        AcceptedAnswers kept = accept(given, Violations.none());
        List<Item> asked = items.stream()
                .filter(item -> !(item instanceof Instruction)
                        && (item.when() == null || item.when().holds(kept)))
                .toList();
        return new Progress(
                (int) asked.stream().filter(item -> kept.has(item.key())).count(), asked.size());
    }

    /** The item of that key. */
    public Optional<Item> item(String key) {
        return items.stream().filter(item -> item.key().equals(key)).findFirst();
    }

    /** The item of that key that takes free words, if there is one. */
    public boolean hasText(String key) {
        return item(key).filter(Text.class::isInstance).isPresent();
    }
}
