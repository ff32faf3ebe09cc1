package org.mentoringcommons.survey.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.survey.instrument.Day;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.Quantity;

/**
 * An item in one form that answers have, whichever instruments ask it so.
 *
 * @param item in the words of the first of them, taking what any of them takes
 * @param asking the item as each of them asks it
 * @param scales that sum it
 */
record AskedItem(Item item, Map<Form, Item> asking, List<String> scales) {

    /** @param asking with the form first whose words it is in */
    static AskedItem of(Map<Form, Item> asking, Collection<String> scales) {
        Item item = asking.values().stream().reduce(AskedItem::widened).orElseThrow();
        return new AskedItem(item, Map.copyOf(asking), List.copyOf(scales));
    }

    /** Bounds and decimals are no part of what answers mean, and may differ between versions. */
    private static Item widened(Item first, Item other) {
        if (first instanceof Quantity number && other instanceof Quantity also) {
            return number.widened(also);
        }
        return first instanceof Day day && other instanceof Day also ? day.widened(also) : first;
    }

    String key() {
        return item.key();
    }

    /** Whether this person was to answer it. */
    boolean asked(Row row) {
        Item own = asking.get(row.wave().form());
        return own != null && row.applies(own);
    }

    /** Whether there may be people who were not to answer it. */
    boolean maySkip(int forms) {
        return asking.size() < forms || asking.values().stream().anyMatch(own -> own.when() != null);
    }

    /** What this person answered; null if nothing, or to another form of the item. */
    JsonNode answer(Row row) {
        return asking.containsKey(row.wave().form()) ? row.answer(item) : null;
    }
}
