package org.mentoringcommons.analytics.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.instrument.Choice;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Item;
import org.mentoringcommons.analytics.instrument.Likert;
import org.mentoringcommons.analytics.instrument.MultiChoice;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.instrument.ThenNow;

/**
 * Which answers by several versions of instruments may be pooled: versions declare each other equivalent by asking the
 * same. A scale is the same if every version that has it sums the same items, rated on the same points; an item, if it is
 * of one kind, with the same points. Options may be added: they are codes of their own.
 */
record Crosswalk(StudyInstruments instruments) {

    /** {@return what keeps the versions' scales apart: which items differ; empty if they are one scale} */
    Optional<String> gapOfScale(String key) {
        Map<InstrumentReference, Set<Item>> forms = new LinkedHashMap<>();
        instruments.structures().forEach((reference, structure) -> structure
                .scale(key)
                .ifPresent(scale -> forms.put(reference, items(structure, scale))));
        List<String> differences = new ArrayList<>();
        Set<Item> common = common(forms.values());
        forms.forEach((reference, items) -> {
            List<String> own = items.stream()
                    .filter(item -> !common.contains(item))
                    .map(Crosswalk::described)
                    .sorted()
                    .toList();
            if (!own.isEmpty()) {
                differences.add(reference.key() + " " + reference.version() + " alone sums " + String.join(", ", own));
            }
        });
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of("the crosswalk has a gap: " + String.join("; ", differences));
    }

    /** {@return what keeps the versions' items of this key apart, if anything} */
    Optional<String> gapOfItem(String key) {
        Map<String, InstrumentReference> forms = new LinkedHashMap<>();
        instruments.structures().forEach((reference, structure) -> structure
                .item(key)
                .ifPresent(item -> forms.putIfAbsent(form(item), reference)));
        return forms.size() < 2
                ? Optional.empty()
                : Optional.of("the crosswalk has a gap: "
                        + String.join(
                                "; ",
                                forms.entrySet().stream()
                                        .map(form -> form.getValue().key() + " "
                                                + form.getValue().version() + " asks it as " + form.getKey())
                                        .toList()));
    }

    private static Set<Item> items(Structure structure, Scale scale) {
        Set<Item> items = new HashSet<>();
        scale.items().forEach(key -> items.add(structure.item(key).orElseThrow()));
        return items;
    }

    private static Set<Item> common(Iterable<Set<Item>> forms) {
        Set<Item> common = null;
        for (Set<Item> items : forms) {
            if (common == null) {
                common = new HashSet<>(items);
            } else {
                common.retainAll(items);
            }
        }
        return common == null ? Set.of() : common;
    }

    private static String described(Item item) {
        return item.key() + " (" + form(item) + ")";
    }

    private static String form(Item item) {
        if (item instanceof ThenNow pair) {
            return "pair of ratings of " + pair.points();
        }
        if (item instanceof Likert rating) {
            return "rating of " + rating.points();
        }
        return item instanceof MultiChoice ? "several options" : item instanceof Choice ? "one option" : "free text";
    }
}
