package org.mentoringcommons.analytics.section;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.instrument.Answers;

/** How often each option of one item was chosen, in the item's order, by how many people. No selection is no answer. */
final class OptionTally implements Fold<OptionTally> {

    private final String item;
    private final Map<String, Long> chosen = new LinkedHashMap<>();
    private long people;

    OptionTally(String item, List<String> options) {
        this.item = item;
        options.forEach(option -> chosen.put(option, 0L));
    }

    @Override
    public void read(DeliveredWorkshop workshop, Answers answers) {
        List<String> codes = answers.codes(item);
        people += codes.isEmpty() ? 0 : 1;
        for (String code : codes) {
            chosen.merge(code, 1L, Long::sum);
        }
    }

    @Override
    public OptionTally merge(OptionTally other) {
        people += other.people;
        other.chosen.forEach((code, count) -> chosen.merge(code, count, Math::addExact));
        return this;
    }

    Map<String, Long> chosen() {
        return chosen;
    }

    /** Who chose at least one option. */
    long people() {
        return people;
    }

    long selections() {
        return chosen.values().stream().mapToLong(Long::longValue).sum();
    }
}
