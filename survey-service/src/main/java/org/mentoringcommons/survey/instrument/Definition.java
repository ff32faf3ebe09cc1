package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The items of an instrument in their order, and the scales made of them. */
public record Definition(List<Item> items, List<Scale> scales) {

    public Definition {
        items = List.copyOf(items);
        scales = List.copyOf(scales);
    }

    /** What is wrong with it as a whole: keys that clash, scales of items that do not exist or do not add up. */
    Violations violations() {
        Violations violations = Violations.none();
        Map<String, Item> byKey = new LinkedHashMap<>();
        for (int index = 0; index < items.size(); index++) {
            Item item = items.get(index);
            if (byKey.putIfAbsent(item.key(), item) != null) {
                violations.of("items", index).of("key").add("is the key of another item");
            }
            uniqueCodes(item, violations.of("items", index));
        }
        Set<String> scaleKeys = new HashSet<>();
        for (int index = 0; index < scales.size(); index++) {
            Violations here = violations.of("scales", index);
            if (!scaleKeys.add(scales.get(index).key())) {
                here.of("key").add("is the key of another scale");
            }
            addsUp(scales.get(index), byKey, here);
        }
        return violations;
    }

    private static void uniqueCodes(Item item, Violations here) {
        List<String> codes = item.shape().options();
        if (codes != null && new HashSet<>(codes).size() < codes.size()) {
            here.of("options").add("has a code twice");
        }
    }

    private static void addsUp(Scale scale, Map<String, Item> byKey, Violations here) {
        Set<String> seen = new HashSet<>();
        Set<Integer> points = new HashSet<>();
        for (int index = 0; index < scale.items().size(); index++) {
            String key = scale.items().get(index);
            if (!seen.add(key)) {
                here.of("items", index).add("is in the scale twice");
            } else if (byKey.get(key) instanceof ThenNow pair) {
                points.add(pair.points());
            } else {
                here.of("items", index).add("is not the key of a then_now item");
            }
        }
        if (points.size() > 1) {
            here.of("items").add("have different numbers of points");
        }
    }

    /**
     * Judges a whole answer: every item by its own rule, plus unknown items and missing required ones.
     *
     * @param given answers by item key; null, as well as absent, is missing
     * @param violations where {@code answers.<item>} and what is wrong with it is told
     */
    public AcceptedAnswers accept(Map<String, JsonNode> given, Violations violations) {
        ObjectNode coded = JsonNodeFactory.instance.objectNode();
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        Violations answers = violations.of("answers");
        Set<String> unknown = new HashSet<>(given.keySet());
        for (Item item : items) {
            unknown.remove(item.key());
            JsonNode answer = given.get(item.key());
            int before = violations.count();
            if (!Rating.isMissing(answer)) {
                item.accept(answer, answers.of(item.key()))
                        .ifPresent(kept -> (item instanceof Text ? texts : coded).set(item.key(), kept));
            }
            boolean kept = coded.has(item.key()) || texts.has(item.key());
            if (item.required() && !kept && violations.count() == before) {
                answers.of(item.key()).add("is required");
            }
        }
        unknown.stream().sorted().forEach(key -> answers.of(key).add("is not an item of the instrument"));
        return new AcceptedAnswers(coded, texts);
    }

    /** The item of that key that takes free words, if there is one. */
    public boolean hasText(String key) {
        return items.stream()
                .anyMatch(item -> item instanceof Text && item.key().equals(key));
    }
}
