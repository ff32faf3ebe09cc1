package org.mentoringcommons.analytics.section;

import org.mentoringcommons.analytics.statistics.Outcome;
import org.mentoringcommons.analytics.statistics.PairTable;
import org.mentoringcommons.analytics.statistics.PairedMoments;
import org.mentoringcommons.analytics.statistics.PairedT;

/** Before, now and gain of one group on one scale. */
record GroupRow(String name, PairTable table) {

    Row build() {
        PairedMoments moments = PairedMoments.of(table);
        PairedT.Result t = PairedT.withDefaults().test(table);
        long n = table.n();
        Outcome few = n == 0 ? Outcome.NO_DATA : Outcome.TOO_FEW;
        return new Row(
                name,
                Measure.count("n", n, n),
                Measure.number("mean_pre", moments.before().mean(), n, moments.method(), few),
                Measure.number("sd_pre", moments.before().sd(), n, moments.method(), few),
                Measure.number("mean_post", moments.now().mean(), n, moments.method(), few),
                Measure.number("sd_post", moments.now().sd(), n, moments.method(), few),
                Measure.number("gain", moments.gain().mean(), n, t.method(), few)
                        .within(t.meanInterval()),
                Measure.number("sd_gain", moments.gain().sd(), n, moments.method(), few));
    }
}
