package org.mentoringcommons.analytics.section;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.Choosing;

/** How often each option of one item was chosen, in the item's order, by how many people. No selection is no answer. */
final class OptionTally implements Fold<OptionTally> {

    /** Bytes that reading one item takes. */
    static final long ABOUT = 300;

    private final Choosing choosing;
    private long[] chosen;
    private long people;

    OptionTally(String item, List<String> options) {
        choosing = new Choosing(item, options);
        chosen = new long[options.size()];
    }

    void read(Answers answers) {
        int codes = choosing.read(answers);
        people += codes == 0 ? 0 : 1;
        for (int which = 0; which < codes; which++) {
            count(choosing.number(which), 1);
        }
    }

    @Override
    public OptionTally merge(OptionTally other) {
        people += other.people;
        other.chosen().forEach((code, count) -> {
            if (!choosing.codes().contains(code)) {
                choosing.codes().add(code);
            }
            count(choosing.codes().indexOf(code), count);
        });
        return this;
    }

    private void count(int option, long times) {
        if (option >= chosen.length) {
            chosen = Arrays.copyOf(chosen, option + 1);
        }
        chosen[option] = Math.addExact(chosen[option], times);
    }

    Map<String, Long> chosen() {
        Map<String, Long> byCode = new LinkedHashMap<>();
        for (int option = 0; option < chosen.length; option++) {
            byCode.put(choosing.codes().get(option), chosen[option]);
        }
        return byCode;
    }

    /** Who chose at least one option. */
    long people() {
        return people;
    }

    long selections() {
        return Arrays.stream(chosen).sum();
    }
}
