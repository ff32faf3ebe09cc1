package org.mentoringcommons.analytics.instrument;

import java.util.List;

/**
 * A score over several then/now items, as an integer so that equal scores are equal.
 *
 * @param key the scale, such as {@code communication}
 * @param items keys of its items, at least one
 * @param missing who has a score, and in which units
 */
public record Scale(String key, List<String> items, Missing missing) {

    /** @throws IllegalArgumentException if it has no items or no missing rule */
    public Scale {
        if (key == null || items == null || items.isEmpty() || missing == null) {
            throw new IllegalArgumentException("a scale needs a key, items and a rule for missing answers");
        }
        items = List.copyOf(items);
    }

    /** {@return how many integer units of the score make one point of an answer} */
    public int unitsPerPoint() {
        return missing.unitsPerPoint(items.size());
    }
}
