package org.mentoringcommons.analytics.statistics;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/** Two modes and some career stages, a score before and after, a yes/no recommendation. */
record GroupStudy(Rows rows) implements Study {
    @Override
    public Answers answers() {
        Answers answers = new Answers();
        String before = rows.column("pre");
        String now = rows.column("post");
        TreeMap<String, Counts> modes = rows.grouped("mode", row -> Rows.integer(row, now) - Rows.integer(row, before));
        TreeMap<String, Counts> stages =
                rows.grouped("career_stage", row -> Rows.integer(row, now) - Rows.integer(row, before));
        Iterator<Counts> groups = modes.values().iterator();
        Counts one = groups.next();
        Counts other = groups.next();
        twoGroups(answers.all(), one, other);
        parametric(answers.all(), Moments.of(one, 1), Moments.of(other, 1));
        stages(answers.all(), stages);
        covariance(answers.all(), before, now, modes.lastKey());
        recommendation(answers.all(), modes.firstKey());
        return answers;
    }

    private static void twoGroups(Answers.Section section, Counts one, Counts other) {
        MannWhitney.Result ranks = MannWhitney.withDefaults().test(one, other);
        BrunnerMunzel.Result munzel = BrunnerMunzel.withDefaults().test(one, other);
        HodgesLehmannShift shift = HodgesLehmannShift.withDefaults().withExactUpTo(1_000);
        section.put("mwu_W_inperson", ranks::u)
                .put("mwu_U", ranks::u)
                .put("mwu_p_asymptotic_nocc", ranks::pAsymptotic)
                .put("mwu_p", ranks::pAsymptotic)
                .put("mwu_p_asymptotic_cc", ranks::pContinuityCorrected)
                .put("mwu_p_exact_conditional", () -> MannWhitney.withDefaults()
                        .withExactUpTo(500)
                        .test(one, other)
                        .pExact())
                .put("cliffs_delta", ranks::cliffsDelta)
                .put("auc_ps", ranks::superiority)
                .put("HL_shift_all_differences", () -> shift.estimate(one, other, 1)
                        .shift())
                .put("HL_shift_ci95_qwilcox", () -> shift.estimate(one, other, 1)
                        .interval())
                .put("brunner_munzel_stat", munzel::statistic)
                .put("brunner_munzel_p", munzel::p);
    }

    private static void parametric(Answers.Section section, Moments one, Moments other) {
        WelchT.Result welch = WelchT.withDefaults().test(one, other);
        section.put("welch_t", welch::t)
                .put("welch_df", welch::df)
                .put("welch_p", welch::p)
                .put("welch_ci95", welch::interval)
                .put("cohen_ds", welch::ds)
                .put("hedges_g", welch::hedgesG)
                .put("cohen_ds_ci95_noncentral_t", welch::dsInterval);
    }

    private static void stages(Answers.Section section, TreeMap<String, Counts> stages) {
        KruskalWallis.Result kruskal = KruskalWallis.withDefaults().test(List.copyOf(stages.values()));
        DunnHolm.Result dunn = DunnHolm.withDefaults().test(stages);
        section.put("kw_chisq_career", kruskal::h)
                .put("kruskal_H", kruskal::h)
                .put("kw_p_career", kruskal::p)
                .put("kruskal_p", kruskal::p)
                .put("epsilon2_career", kruskal::epsilonSquared)
                .put("dunn_z", () -> dunn.pairs().stream().map(DunnHolm.Pair::z).toList())
                .put(
                        "dunn_p_holm",
                        () -> dunn.pairs().stream().map(DunnHolm.Pair::pHolm).toList());
    }

    private void covariance(Answers.Section section, String before, String now, String second) {
        CrossProducts.Builder products = CrossProducts.builder(3);
        for (CSVRecord row : rows.records()) {
            products.add(Rows.integer(row, before), row.get("mode").equals(second) ? 1 : 0, Rows.integer(row, now));
        }
        LinearModel.Result model = LinearModel.withDefaults().fit(products.build());
        section.put("ancova_coef", () -> model.coefficients().stream()
                        .map(LinearModel.Coefficient::estimate)
                        .toList())
                .put("ancova_se", () -> model.coefficients().stream()
                        .map(LinearModel.Coefficient::standardError)
                        .toList())
                .put("ancova_p_mode", () -> model.coefficients().get(2).p())
                .put("ancova_ci95_mode", () -> model.coefficients().get(2).interval());
    }

    private void recommendation(Answers.Section section, String first) {
        List<Long> cells = new ArrayList<>();
        for (boolean inFirst : new boolean[] {true, false}) {
            for (int answer = 0; answer <= 1; answer++) {
                int wanted = answer;
                cells.add(rows.stream()
                        .filter(row -> row.get("mode").equals(first) == inFirst)
                        .filter(row -> Rows.integer(row, "recommend") == wanted)
                        .count());
            }
        }
        ContingencyTable table = new ContingencyTable(cells.get(1), cells.get(0), cells.get(3), cells.get(2));
        section.put("recommend_table", () -> cells)
                .put("recommend_chisq_nocc", table::chiSquared)
                .put("recommend_chisq_p", table::chiSquaredP)
                .put("recommend_fisher_p", table::fisherP);
    }
}
