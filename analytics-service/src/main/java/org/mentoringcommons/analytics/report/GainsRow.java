package org.mentoringcommons.analytics.report;

import org.mentoringcommons.analytics.cohort.Pairs;
import org.mentoringcommons.analytics.response.Population.Consented;
import org.mentoringcommons.analytics.statistics.Outcome;
import org.mentoringcommons.analytics.statistics.PairedMoments;
import org.mentoringcommons.analytics.statistics.SignedRank;

/** Before, now and gain of one scale, in item points (sum / items), with the signed-rank test of the same people. */
record GainsRow(String scale, Pairs<Consented> pairs) {

    private static final String TOO_FEW = Outcome.TOO_FEW.explanation();

    Row build() {
        PairedMoments moments = PairedMoments.of(pairs.table());
        SignedRank.Result test = SignedRank.withDefaults().test(pairs.table());
        long n = moments.n();
        String untested = test.outcome() == Outcome.COMPUTED
                ? "there are too many pairs for the exact test"
                : test.outcome().explanation();
        return new Row(
                scale,
                Measure.count("n", n, n),
                Measure.number("mean_pre", moments.before().mean(), n, moments.method(), TOO_FEW),
                Measure.number("mean_post", moments.now().mean(), n, moments.method(), TOO_FEW),
                Measure.number("gain", moments.gain().mean(), n, moments.method(), TOO_FEW),
                Measure.number("sd_pre", moments.before().sd(), n, moments.method(), TOO_FEW),
                Measure.number("sd_post", moments.now().sd(), n, moments.method(), TOO_FEW),
                Measure.number("sd_gain", moments.gain().sd(), n, moments.method(), TOO_FEW),
                Measure.number("p_exact", test.pExact(), n, test.method(), untested),
                Measure.number("p_asymptotic", test.pAsymptotic(), n, test.method(), untested),
                Measure.number("log10_p", test.log10P(), n, test.methodOfP(), untested),
                Measure.count("n_positive", test.nPositive(), n),
                Measure.count("n_negative", test.nNegative(), n),
                Measure.count("n_zero", test.nZero(), n));
    }
}
