package org.mentoringcommons.survey.instrument;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong with a definition beyond the form of its fields. */
final class DefinitionCheck {

    private final Definition definition;

    DefinitionCheck(Definition definition) {
        this.definition = definition;
    }

    void tell(Violations violations) {
        Map<String, Item> byKey = items(definition.items(), new HashMap<>(), false, violations);
        Set<String> scaleKeys = new HashSet<>();
        for (int index = 0; index < definition.scales().size(); index++) {
            Scale scale = definition.scales().get(index);
            Violations here = violations.of("scales", index);
            if (!scaleKeys.add(scale.key())) {
                here.of("key").add("is the key of another scale");
            }
            scale.check(byKey, here);
        }
        translations(true, violations);
    }

    /** @param titled whether there is a title to be translated */
    void translations(boolean titled, Violations violations) {
        Set<String> languages = new HashSet<>(Set.of(definition.language()));
        for (int index = 0; index < definition.translations().size(); index++) {
            Wordings words = definition.translations().get(index);
            Violations here = violations.of("translations", index);
            if (!languages.add(words.language())) {
                here.of("language").add("is there already");
            }
            if (titled && words.title() == null) {
                here.of("title").add("has no words in this language");
            }
            words.check(definition.items(), true, here);
        }
    }

    /**
     * Tells what is wrong with items that are asked one after the other.
     *
     * @param before what is asked before them, by key; then with them
     * @param own whether they are an institution's own, which their keys must say
     */
    static Map<String, Item> items(List<Item> items, Map<String, Item> before, boolean own, Violations violations) {
        Map<String, Item> asked = new LinkedHashMap<>(before);
        for (int index = 0; index < items.size(); index++) {
            Item item = items.get(index);
            Violations here = violations.of("items", index);
            if (asked.containsKey(item.key())) {
                here.of("key").add("is the key of another item");
            }
            if (Keys.RESERVED.contains(item.key())) {
                here.of("key").add("is a word the form uses itself");
            }
            if (item.key().startsWith(Keys.OWN) != own) {
                here.of("key")
                        .add(
                                own
                                        ? "must begin with " + Keys.OWN + ", as an institution's own item"
                                        : "begins with " + Keys.OWN + ", which is for institutions' own items");
            }
            item.check(here);
            if (item.when() != null) {
                item.when().check(asked, 1, here.of("when"));
            }
            asked.putIfAbsent(item.key(), item);
        }
        return asked;
    }
}
