package org.mentoringcommons.survey.dataset;

import java.util.List;
import java.util.Map;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.instrument.Item;

/**
 * What waves asked: a version of an instrument as the institution asked it. Two of one instrument and revision are the same.
 *
 * @param revision of the institution's adaptation; 0 if there is none
 * @param items in the words people were asked in first
 * @param scales names of the scales that sum an item, by the item's key
 */
public record Form(
        InstrumentReference instrument,
        int revision,
        String title,
        List<Item> items,
        Map<String, List<String>> scales) {

    public Form {
        items = List.copyOf(items);
        scales = Map.copyOf(scales);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Form form && revision == form.revision && instrument.equals(form.instrument);
    }

    @Override
    public int hashCode() {
        return 31 * instrument.hashCode() + revision;
    }
}
