package org.mentoringcommons.analytics.statistics;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;

/** Two coders with many yes/no codes (columns A_CODE and B_CODE), and some ordinal raters with gaps. */
record AgreementStudy(Path folder) implements Study {
    /** Krippendorff's (2011) example of four coders and twelve units, printed in every text on alpha. */
    private static final int[][] CANONICAL = {
        {1, 1, 1},
        {2, 2, 3, 2},
        {3, 3, 3, 3},
        {3, 3, 3, 3},
        {2, 2, 2, 2},
        {1, 2, 3, 4},
        {4, 4, 4, 4},
        {1, 1, 2, 1},
        {2, 2, 2, 2},
        {5, 5, 5},
        {1, 1},
        {3}
    };

    @Override
    public Answers answers() {
        Answers answers = new Answers();
        Rows rows = Rows.of(folder.resolve("codes.csv"));
        List<String> codes = rows.header().stream()
                .filter(name -> name.startsWith("A_"))
                .map(name -> name.substring(2))
                .toList();
        List<AgreementTable> tables =
                codes.stream().map(code -> table(rows, code)).toList();
        AgreementTable pooled = tables.stream().reduce(AgreementTable::plus).orElseThrow();
        answers.all()
                .put("freq_A", () -> each(tables, table -> table.first(1)))
                .put("freq_B", () -> each(tables, table -> table.second(1)))
                .put("freq_either", () -> each(tables, table -> table.n() - both(table, 0)))
                .put("kappa_per_code", () -> each(tables, AgreementTable::kappa))
                .put("percent_agreement_per_code", () -> each(tables, AgreementTable::agreement))
                .put("pabak_per_code", () -> each(tables, AgreementTable::pabak))
                .put("kappa_pooled_all_decisions", pooled::kappa)
                .put("kappa_pooled_ci95", () -> pooled.kappaInterval(0.95));
        List<KrippendorffAlpha> alphas =
                codes.stream().map(code -> decisions(rows, code)).toList();
        KrippendorffAlpha all = alphas.stream().reduce(KrippendorffAlpha::plus).orElseThrow();
        answers.all()
                .put("krippendorff_alpha_per_code", () -> each(alphas, AgreementStudy::nominal))
                .put("krippendorff_alpha_nominal_pooled", () -> nominal(all))
                .put("krippendorff_canonical_nominal_ordinal_interval", () -> {
                    KrippendorffAlpha.Builder canonical = KrippendorffAlpha.builder();
                    for (int[] unit : CANONICAL) {
                        canonical.add(unit);
                    }
                    return each(List.of(KrippendorffAlpha.Metric.values()), canonical.build()::alpha);
                });
        raters(answers.all(), Rows.of(folder.resolve("ordinal_raters.csv")));
        return answers;
    }

    private static void raters(Answers.Section section, Rows rows) {
        List<String> raters = rows.header().subList(1, rows.header().size());
        KrippendorffAlpha.Builder units = KrippendorffAlpha.builder();
        PairTable.Builder pairs = PairTable.builder(1);
        for (CSVRecord row : rows.records()) {
            List<String> present =
                    raters.stream().filter(rater -> !Rows.isMissing(row, rater)).toList();
            units.add(
                    present.stream().mapToInt(rater -> Rows.integer(row, rater)).toArray());
            if (present.containsAll(raters.subList(0, 2))) {
                pairs.add(Rows.integer(row, raters.get(0)), Rows.integer(row, raters.get(1)));
            }
        }
        KrippendorffAlpha alpha = units.build();
        for (KrippendorffAlpha.Metric metric : KrippendorffAlpha.Metric.values()) {
            String name = metric.name().toLowerCase(java.util.Locale.ROOT);
            section.put("krippendorff_" + name + "_" + raters.size() + "raters", () -> alpha.alpha(metric));
        }
        AgreementTable table = AgreementTable.of(pairs.build());
        section.put("weighted_kappa_quadratic_r1_r2", table::quadraticKappa)
                .put("kappa_unweighted_r1_r2", table::kappa);
    }

    private static AgreementTable table(Rows rows, String code) {
        PairTable.Builder table = PairTable.builder(1);
        rows.stream().forEach(row -> table.add(Rows.integer(row, "A_" + code), Rows.integer(row, "B_" + code)));
        return AgreementTable.of(table.build());
    }

    private static KrippendorffAlpha decisions(Rows rows, String code) {
        KrippendorffAlpha.Builder units = KrippendorffAlpha.builder();
        rows.stream().forEach(row -> units.add(Rows.integer(row, "A_" + code), Rows.integer(row, "B_" + code)));
        return units.build();
    }

    private static OptionalDouble nominal(KrippendorffAlpha alpha) {
        return alpha.alpha(KrippendorffAlpha.Metric.NOMINAL);
    }

    /** Things neither coder gave the code: agreement that is not a common use. */
    private static long both(AgreementTable table, int category) {
        double agreed = table.agreement().getAsDouble() * table.n();
        return category == 0
                ? Math.round((agreed + table.n() - table.first(1) - table.second(1)) / 2)
                : Math.round((agreed - table.n() + table.first(1) + table.second(1)) / 2);
    }

    private static <T> List<Object> each(List<T> many, Function<T, Object> answer) {
        return many.stream().map(answer).toList();
    }
}
