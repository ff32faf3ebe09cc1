package org.mentoringcommons.survey.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.survey.instrument.Item;

/**
 * An item in one form that answers have, whichever instruments ask it so.
 *
 * @param item in the words of the first of them
 * @param asking the item as each of them asks it
 * @param scales that sum it
 */
record AskedItem(Item item, Map<Form, Item> asking, List<String> scales) {

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
