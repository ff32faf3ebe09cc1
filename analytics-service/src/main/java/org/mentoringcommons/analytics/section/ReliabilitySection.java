package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.statistics.CrossProducts;
import org.mentoringcommons.analytics.statistics.Outcome;
import org.mentoringcommons.analytics.statistics.Reliability;

/** How consistently each scale measured, before and now, among the people who answered every item. */
record ReliabilitySection(List<String> scales, Map<String, ItemTally> tallies) {

    private static final String THREE_ITEMS = "omega needs three items and a single factor that can be fitted";
    private static final String TWO_ITEMS = "the coefficient is for scales of two items";

    Section build() {
        return new Section(
                "reliability",
                "Reliability of the scales",
                List.of(
                        "Alpha with Feldt's interval; omega total of one factor for three items or more; Spearman-Brown for"
                                + " two items."),
                scales.stream().filter(tallies::containsKey).map(this::row).toList());
    }

    private Row row(String scale) {
        List<Measure> measures = new ArrayList<>();
        add(measures, "_before", tallies.get(scale).then());
        add(measures, "_now", tallies.get(scale).now());
        return new Row(scale, measures);
    }

    static void add(List<Measure> to, String wave, CrossProducts items) {
        Reliability.Result result = Reliability.withDefaults().of(items);
        boolean computed = result.outcome() == Outcome.COMPUTED;
        String reason = result.outcome().explanation();
        long n = result.n();
        to.add(Measure.count("items" + wave, result.items(), n));
        to.add(Measure.number("alpha" + wave, result.alpha(), n, result.method(), reason)
                .within(result.alphaInterval()));
        to.add(Measure.number("omega" + wave, result.omega(), n, result.method(), computed ? THREE_ITEMS : reason));
        to.add(Measure.number(
                "spearman_brown" + wave, result.spearmanBrown(), n, result.method(), computed ? TWO_ITEMS : reason));
    }
}
