package org.mentoringcommons.analytics.instrument;

import java.util.List;

/**
 * A score over several then/now items: the integer sum of their answers.
 *
 * @param key the scale, such as {@code communication}
 * @param items keys of its items, at least one
 * @param missing the missing rule; {@code complete}: only people who answered every item have a score
 */
public record Scale(String key, List<String> items, String missing) {

    static final String COMPLETE = "complete";

    /** @throws IllegalArgumentException if it has no items, or a missing rule this service does not know */
    public Scale {
        if (key == null || items == null || items.isEmpty() || !COMPLETE.equals(missing)) {
            throw new IllegalArgumentException("a scale needs a key, items and the missing rule " + COMPLETE);
        }
        items = List.copyOf(items);
    }
}
