package org.mentoringcommons.analytics.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVRecord;

/** One row a site with n, means, SDs and satisfied people. */
record SiteStudy(Rows rows) implements Study {
    private static final Map<String, MetaAnalysis.Estimator> ESTIMATORS = Map.of(
            "REML", MetaAnalysis.Estimator.REML,
            "DL", MetaAnalysis.Estimator.DERSIMONIAN_LAIRD,
            "PM", MetaAnalysis.Estimator.PAULE_MANDEL_AS_METAFOR,
            "ML", MetaAnalysis.Estimator.MAXIMUM_LIKELIHOOD);

    @Override
    public Answers answers() {
        Answers answers = new Answers();
        List<Optional<SiteEffect>> gains = rows.stream()
                .map(row -> SiteEffect.ofGain(
                        Rows.integer(row, "n"), Rows.number(row, "mean_diff"), Rows.number(row, "sd_diff")))
                .toList();
        ESTIMATORS.forEach((name, estimator) -> estimates(answers.all(), name, of(estimator, gains)));
        heterogeneity(answers.all(), of(MetaAnalysis.Estimator.REML, gains));
        MetaAnalysis.Result common = of(MetaAnalysis.Estimator.COMMON_EFFECT, gains);
        answers.all()
                .put("mu_fixed", common::mean)
                .put("ci95_fixed", () -> full(common).waldInterval())
                .put("leave1out_mu", () -> MetaAnalysis.withDefaults().leaveOneOut(gains));
        standardizedChanges(answers.all());
        logits(answers.all());
        return answers;
    }

    private static MetaAnalysis.Result of(MetaAnalysis.Estimator estimator, List<Optional<SiteEffect>> sites) {
        return MetaAnalysis.withDefaults().with(estimator).withFullFrom(2).of(sites);
    }

    private static MetaAnalysis.Pooled full(MetaAnalysis.Result result) {
        return result.pooled().orElseThrow();
    }

    private static void estimates(Answers.Section section, String name, MetaAnalysis.Result result) {
        section.put("tau2_" + name, () -> full(result).tau2())
                .put("mu_" + name, result::mean)
                .put("se_knha_" + name, () -> full(result).standardError())
                .put("ci95_knha_" + name, () -> full(result).interval())
                .put("p_knha_" + name, () -> full(result).p());
    }

    private static void heterogeneity(Answers.Section section, MetaAnalysis.Result result) {
        section.put("Q", () -> full(result).q())
                .put("Q_p", () -> full(result).qP())
                .put("I2", () -> full(result).i2())
                .put("H2", () -> full(result).h2())
                .put("prediction_interval95", () -> full(result).predictionInterval())
                .put("tau2_ci95_Qprofile", () -> full(result).tau2Interval())
                .put("I2_ci95", () -> full(result).i2Interval())
                .put("weights_pct", () -> full(result).weights())
                .put("ci95_wald_z_REML", () -> full(result).waldInterval());
    }

    private void standardizedChanges(Answers.Section section) {
        List<SiteEffect> effects =
                rows.stream().map(SiteStudy::standardizedChange).toList();
        MetaAnalysis.Result result = of(
                MetaAnalysis.Estimator.REML, effects.stream().map(Optional::of).toList());
        section.put("SMCC_yi", () -> effects.stream().map(SiteEffect::estimate).toList())
                .put("SMCC_vi", () -> effects.stream().map(SiteEffect::variance).toList())
                .put("SMCC_mu_REML", result::mean)
                .put("SMCC_tau2_REML", () -> full(result).tau2())
                .put("SMCC_ci95", () -> full(result).interval());
    }

    /** The reference takes the SD of change from both SDs and their correlation. */
    private static SiteEffect standardizedChange(CSVRecord row) {
        double before = Rows.number(row, "sd_pre");
        double now = Rows.number(row, "sd_post");
        double sd = Math.sqrt(before * before + now * now - 2 * Rows.number(row, "r_pre_post") * before * now);
        double mean = Rows.number(row, "mean_post") - Rows.number(row, "mean_pre");
        return SiteEffect.ofStandardizedChange(Rows.integer(row, "n"), mean, sd).orElseThrow();
    }

    private void logits(Answers.Section section) {
        MetaAnalysis.Result result = of(
                MetaAnalysis.Estimator.REML,
                rows.stream()
                        .map(row -> SiteEffect.ofLogit(
                                new Proportion(Rows.integer(row, "satisfied"), Rows.integer(row, "n"))))
                        .toList());
        Supplier<Object> back = () -> List.of(
                logistic(result.mean().getAsDouble()),
                logistic(full(result).interval().lower()),
                logistic(full(result).interval().upper()));
        section.put("PLO_mu_logit", result::mean)
                .put("PLO_back_transformed", back)
                .put("PLO_tau2", () -> full(result).tau2());
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
