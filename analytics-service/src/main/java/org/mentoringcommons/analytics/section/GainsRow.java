package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mentoringcommons.analytics.statistics.ClusteredSignedRank;
import org.mentoringcommons.analytics.statistics.EffectSize;
import org.mentoringcommons.analytics.statistics.HodgesLehmann;
import org.mentoringcommons.analytics.statistics.IntraclassCorrelation;
import org.mentoringcommons.analytics.statistics.Outcome;
import org.mentoringcommons.analytics.statistics.PairTable;
import org.mentoringcommons.analytics.statistics.PairedMoments;
import org.mentoringcommons.analytics.statistics.PairedT;
import org.mentoringcommons.analytics.statistics.SignedRank;
import org.mentoringcommons.analytics.study.Procedure;

/** Before, now and gain of one scale, in item points (sum / items), of the people who answered every item. */
final class GainsRow {

    private static final String TOO_MANY = "there are too many pairs for the exact test";

    private final Sample sample;
    private final PairTable table;
    private final long n;
    private final SignedRank.Result ranks;
    private final ClusteredSignedRank.Result clustered;
    private final PairedT.Result t;

    GainsRow(Sample sample) {
        this.sample = sample;
        this.table = sample.pairs();
        this.n = table.n();
        this.ranks = SignedRank.withDefaults().test(table);
        this.t = PairedT.withDefaults().test(table);
        this.clustered = ClusteredSignedRank.withDefaults().test(sample.gains().differences());
    }

    String key() {
        return sample.key();
    }

    long n() {
        return n;
    }

    /** log10 of the p of one of the tests of paired scores. */
    OptionalDouble log10P(Procedure test) {
        return switch (test) {
            case SIGNED_RANK -> ranks.log10P();
            case PAIRED_T -> t.log10P();
            default -> clustered.log10P();
        };
    }

    List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        describe(measures);
        cluster(measures);
        rank(measures);
        effect(measures);
        return measures;
    }

    private void describe(List<Measure> to) {
        PairedMoments moments = PairedMoments.of(table);
        HodgesLehmann.Result typical = HodgesLehmann.withDefaults().estimate(table);
        Outcome mean = n == 0 ? Outcome.NO_DATA : Outcome.TOO_FEW;
        to.add(Measure.count("n", n, n));
        to.add(Measure.count("missing", sample.people() - n, sample.people()));
        to.add(Measure.number("mean_pre", moments.before().mean(), n, moments.method(), mean));
        to.add(Measure.number("sd_pre", moments.before().sd(), n, moments.method(), mean));
        to.add(Measure.number("mean_post", moments.now().mean(), n, moments.method(), mean));
        to.add(Measure.number("sd_post", moments.now().sd(), n, moments.method(), mean));
        to.add(Measure.number("gain", moments.gain().mean(), n, t.method(), mean)
                .within(t.meanInterval()));
        to.add(Measure.number("sd_gain", moments.gain().sd(), n, moments.method(), mean));
        to.add(Measure.number("hodges_lehmann", typical.estimate(), n, typical.method(), typical.outcome())
                .within(typical.interval()));
        to.add(Measure.count("n_positive", ranks.nPositive(), n));
        to.add(Measure.count("n_negative", ranks.nNegative(), n));
        to.add(Measure.count("n_zero", ranks.nZero(), n));
        to.add(Measure.percent("improved", ranks.nPositive(), n));
    }

    private void cluster(List<Measure> to) {
        IntraclassCorrelation.Result alike =
                IntraclassCorrelation.of(sample.gains().differences());
        to.add(new WorkshopModel(sample).mean("gain_mixed"));
        to.add(Measure.count("clusters", clustered.clusters(), n));
        to.add(Measure.number("z_clustered", clustered.z(), n, clustered.method(), clustered.outcome()));
        to.add(Measure.number("p_clustered", clustered.p(), n, clustered.method(), clustered.outcome()));
        to.add(Measure.number("log10_p_clustered", clustered.log10P(), n, clustered.method(), clustered.outcome()));
        to.add(Measure.number("icc", alike.icc(), n, alike.method(), alike.outcome()));
        to.add(Measure.number("design_effect", alike.designEffect(), n, alike.method(), alike.outcome()));
    }

    private void rank(List<Measure> to) {
        SignedRank.Result pratt =
                SignedRank.withDefaults().with(SignedRank.Zeros.PRATT).test(table);
        String untested =
                ranks.outcome() == Outcome.COMPUTED ? TOO_MANY : ranks.outcome().explanation();
        to.add(Measure.plain("w_plus", ranks.wPlus(), n));
        to.add(Measure.plain("w_minus", ranks.wMinus(), n));
        to.add(Measure.number("z", ranks.z(), n, ranks.method(), untested));
        to.add(Measure.number("p_exact", ranks.pExact(), n, ranks.method(), untested));
        to.add(Measure.number("p_asymptotic", ranks.pAsymptotic(), n, ranks.method(), untested));
        to.add(Measure.number("log10_p", ranks.log10P(), n, ranks.methodOfP(), untested));
        to.add(Measure.number("log10_p_asymptotic", ranks.log10PAsymptotic(), n, ranks.method(), untested));
        to.add(Measure.number("p_pratt", pratt.p(), n, pratt.methodOfP(), untested));
        to.add(Measure.number("p_pratt_asymptotic", pratt.pAsymptotic(), n, pratt.method(), untested));
        to.add(Measure.number("p_t", t.p(), n, t.method(), t.outcome()));
        to.add(Measure.number("log10_p_t", t.log10P(), n, t.method(), t.outcome()));
    }

    private void effect(List<Measure> to) {
        EffectSize.Result effect = EffectSize.withDefaults().of(table);
        to.add(Measure.number("d_av", effect.dav(), n, effect.method(), effect.outcome()));
        to.add(Measure.number("d_z", effect.dz(), n, effect.dzIntervalMethod(), effect.outcome())
                .within(effect.dzInterval()));
        to.add(Measure.number("hedges_g", effect.gz(), n, effect.method(), effect.outcome()));
        to.add(Measure.number("rank_biserial", effect.rankBiserial(), n, effect.method(), notRanked()));
        to.add(Measure.number("superiority", effect.superiority(), n, effect.method(), notRanked()));
    }

    private Outcome notRanked() {
        return Optional.of(ranks.outcome())
                .filter(outcome -> outcome != Outcome.COMPUTED)
                .orElse(Outcome.NO_DATA);
    }
}
