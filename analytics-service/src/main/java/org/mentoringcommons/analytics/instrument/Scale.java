package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A score over several items rated alike, as an integer so that equal scores are equal.
 *
 * @param key the scale, such as {@code communication}
 * @param items keys of its items, at least one
 * @param missing who has a score, and in which units
 * @param minimum with {@link Missing#AT_LEAST}: how many items must be answered; otherwise null
 * @param reverse keys of those items whose points count from the other end: the lowest as the highest
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Scale(String key, List<String> items, Missing missing, Integer minimum, Set<String> reverse) {

    /** @throws IllegalArgumentException if it has no items or no missing rule, or speaks of items that are not its own */
    public Scale {
        reverse = reverse == null ? Set.of() : Set.copyOf(reverse);
        if (key == null
                || items == null
                || items.isEmpty()
                || missing == null
                || !items.containsAll(reverse)
                || (missing == Missing.AT_LEAST) != (minimum != null)
                || minimum != null && (minimum < 1 || minimum > items.size())) {
            throw new IllegalArgumentException("a scale needs a key, items and a rule for missing answers");
        }
        items = List.copyOf(items);
    }

    /** A scale all of whose items count from the same end. */
    public Scale(String key, List<String> items, Missing missing) {
        this(key, items, missing, null, null);
    }

    /** {@return how many integer units of the score make one point of an answer} */
    public int unitsPerPoint() {
        return missing.unitsPerPoint(items.size());
    }

    /** {@return how many items must be answered for a score} */
    public int least() {
        return switch (missing) {
            case COMPLETE -> items.size();
            case HALF -> (items.size() + 1) / 2;
            case AT_LEAST -> minimum;
        };
    }

    /** Whether the items are the same, in whichever order. */
    boolean sumsTheItemsOf(Scale other) {
        return items.equals(other.items) || Set.copyOf(items).equals(Set.copyOf(other.items));
    }

    /** The same scale, its items by other names. */
    Scale named(Map<String, String> names) {
        return new Scale(
                key,
                items.stream().map(names::get).toList(),
                missing,
                minimum,
                reverse.stream().map(names::get).collect(Collectors.toSet()));
    }

    /** The same items, scored by another rule; a minimum of more than all items means all. */
    Scale scoredBy(Missing rule, Integer enough) {
        return new Scale(key, items, rule, enough == null ? null : Math.min(enough, items.size()), reverse);
    }
}
