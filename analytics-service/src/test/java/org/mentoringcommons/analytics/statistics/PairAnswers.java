package org.mentoringcommons.analytics.statistics;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalDouble;

/** The answers about one table of pairs, which most fixtures ask. */
final class PairAnswers {
    /** The fixtures ask for exact p values and signed-rank cuts wherever their authors could compute them. */
    private static final long EXACT_UP_TO = 10_000;

    private final PairTable table;
    private final SignedRank.Result test;
    private final SignedRank.Result pratt;

    private PairAnswers(PairTable table) {
        this.table = table;
        this.test = SignedRank.withDefaults().withExactUpTo(EXACT_UP_TO).test(table);
        this.pratt = SignedRank.withDefaults()
                .with(SignedRank.Zeros.PRATT)
                .withExactUpTo(EXACT_UP_TO)
                .test(table);
    }

    /** In integer units, as the fixtures rank. */
    static void signedRank(Answers.Section section, PairTable scale) {
        PairTable.Builder units = PairTable.builder(1);
        scale.cells().forEach((pair, count) -> units.add(pair.before(), pair.now(), count));
        PairAnswers answers = new PairAnswers(units.build());
        answers.ranks(section);
        answers.probabilities(section);
        answers.scipy(section);
        answers.hodgesLehmann(section);
    }

    private void ranks(Answers.Section section) {
        section.put("n", test::n)
                .put("n_zero", test::nZero)
                .put("n_positive", test::nPositive)
                .put("n_negative", test::nNegative)
                .put("W_plus", test::wPlus)
                .put("W_minus", test::wMinus)
                .put(
                        "rank_biserial_matched",
                        () -> EffectSize.withDefaults().of(table).rankBiserial())
                .put(
                        "r_z_over_sqrt_n_pairs",
                        () -> EffectSize.withDefaults().of(table).rByPairs())
                .put("ps_dependent", () -> EffectSize.withDefaults().of(table).superiority());
    }

    private void probabilities(Answers.Section section) {
        section.put("z_wilcoxon_asymptotic", test::z)
                .put("z_coin_Wilcoxon", test::z)
                .put("p_wilcoxon_asymptotic_nocc", test::pAsymptotic)
                .put("log10_p_wilcoxon_asymptotic_nocc", test::log10PAsymptotic)
                .put("p_wilcoxon_asymptotic_cc", test::pContinuityCorrected)
                .put("z_coin_Pratt", pratt::z)
                .put("p_pratt_asymptotic", pratt::pAsymptotic)
                .put("p_pratt_exact", pratt::pExact)
                .put("p_pratt_exact_dp", pratt::pExact)
                .put("log10_p_pratt_exact_dp", pratt::log10PExact)
                .put("log10_p_wilcoxon_exact_dp", test::log10PExact)
                .put(
                        "p_exact_dp_numerator_denominator",
                        () -> List.of(
                                new SignedRankDistribution(SignedRanks.of(table.differences(), false)).twoSidedWays(),
                                BigInteger.TWO.pow((int) (test.nPositive() + test.nNegative()))))
                .put("p_wilcoxon_exact_conditional", () -> asExactRankTests(table));
        for (String exact : List.of("coin", "dp", "R")) {
            section.put("p_wilcoxon_exact_" + exact, test::pExact);
        }
    }

    /** exactRankTests calls its answer exact, but from 50 non-zero pairs on it is the approximation. */
    static OptionalDouble asExactRankTests(PairTable table) {
        SignedRank.Result test = SignedRank.withDefaults().test(table);
        return test.nPositive() + test.nNegative() < 50 ? test.pExact() : test.pAsymptotic();
    }

    private void scipy(Answers.Section section) {
        SignedRank.Result split =
                SignedRank.withDefaults().with(SignedRank.Zeros.SPLIT).test(table);
        section.put("scipy_wilcox_stat", () -> Math.min(test.wPlus(), test.wMinus()))
                .put("scipy_wilcox_p", test::pAsymptotic)
                .put("scipy_pratt_stat", () -> Math.min(pratt.wPlus(), pratt.wMinus()))
                .put("scipy_pratt_p", pratt::pAsymptotic)
                .put("scipy_zsplit_stat", () -> Math.min(split.wPlus(), split.wMinus()))
                .put("scipy_zsplit_p", split::pAsymptotic);
    }

    private void hodgesLehmann(Answers.Section section) {
        HodgesLehmann normal = HodgesLehmann.withDefaults().with(HodgesLehmann.Cut.NORMAL);
        HodgesLehmann bySize = HodgesLehmann.withDefaults();
        section.put("HL_pseudomedian_all_walsh", () -> normal.estimate(table).estimate())
                .put("HL_all_walsh", () -> normal.estimate(table).estimate())
                .put("HL_wilcox_test", () -> normal.estimate(table).estimate())
                .put("HL_ci95_walsh_normal", () -> normal.estimate(table).interval())
                .put("HL_ci95_walsh_qsignrank", () -> bySize.estimate(table).interval())
                .put("HL_ci95_wilcox_test", () -> bySize.estimate(table).interval())
                .put(
                        "HL_ci_achieved_level",
                        () -> statedByR(bySize.estimate(table).achievedLevel().getAsDouble()));
    }

    /** R states the level asked for unless it is missed by more than half of alpha, then two digits of the miss. */
    private static double statedByR(double achieved) {
        double missed = 1 - achieved;
        return missed - 0.05 <= 0.025
                ? 0.95
                : 1
                        - new java.math.BigDecimal(missed)
                                .round(new java.math.MathContext(2, java.math.RoundingMode.HALF_EVEN))
                                .doubleValue();
    }

    /** In scale points. */
    static void paired(Answers.Section section, PairTable table) {
        PairedMoments moments = PairedMoments.of(table);
        section.put("mean_pre", () -> moments.before().mean())
                .put("sd_pre", () -> moments.before().sd())
                .put("mean_post", () -> moments.now().mean())
                .put("sd_post", () -> moments.now().sd())
                .put("mean_diff", () -> moments.gain().mean())
                .put("sd_diff", () -> moments.gain().sd())
                .put("pearson_pre_post", moments::correlation);
        PairedT.Result t = PairedT.withDefaults().test(table);
        section.put("t_paired", t::t)
                .put("df_paired", t::df)
                .put("p_t_paired", t::p)
                .put("mean_diff_ci95", t::meanInterval);
        EffectSize.Result effect = EffectSize.withDefaults().of(table);
        section.put("cohen_dz", effect::dz)
                .put("cohen_dz_ci95_noncentral_t", effect::dzInterval)
                .put("hedges_gz", effect::gz)
                .put("cohen_dav", effect::dav)
                .put("glass_delta_sdpre", effect::glassDelta)
                .put("cohen_drm", effect::drm);
        quantiles(section, "pre", Quantiles.of(table.before(), table.unitsPerPoint()));
        quantiles(section, "post", Quantiles.of(table.now(), table.unitsPerPoint()));
    }

    private static void quantiles(Answers.Section section, String wave, Quantiles quantiles) {
        section.put("quartiles_type7_" + wave, quantiles::quartiles)
                .put("quartiles_type6_" + wave, () -> java.util.stream.Stream.of(0.25, 0.5, 0.75)
                        .map(p -> quantiles.at(p, Quantiles.Type.TYPE_6))
                        .map(OptionalDouble::getAsDouble)
                        .toList())
                .put("tukey_fivenum_" + wave, quantiles::tukey)
                .put("ggplot_whiskers_" + wave, () -> quantiles
                        .whiskers()
                        .map(ends -> List.of(ends.lower(), ends.upper()))
                        .orElseThrow())
                .put(
                        "n_outliers_" + wave,
                        () -> quantiles.whiskers().orElseThrow().outside());
    }
}
