package org.mentoringcommons.analytics.statistics;

import java.nio.file.Path;
import org.apache.commons.csv.CSVRecord;

/** Named proportions, yes/no answers given twice, and differences of proportions. */
record ProportionStudy(Path folder) implements Study {
    private static final double LEVEL = 0.95;

    @Override
    public Answers answers() {
        Answers answers = new Answers();
        for (CSVRecord row : Rows.of(folder.resolve("proportions.csv")).records()) {
            Proportion share = new Proportion(count(row, "x"), count(row, "n"));
            answers.all()
                    .in(row.get("name"))
                    .put("percent_1dp", () -> share.perMille().getAsLong() / 10.0)
                    .put("wilson95", share::wilson)
                    .put("wilson", share::wilson)
                    .put("clopper_pearson95", () -> share.clopperPearson(LEVEL))
                    .put("beta", () -> share.clopperPearson(LEVEL))
                    .put("jeffreys95", () -> share.jeffreys(LEVEL))
                    .put("jeffreys", () -> share.jeffreysUnadjusted(LEVEL))
                    .put("agresti_coull", () -> share.agrestiCoull(LEVEL));
        }
        for (CSVRecord row : Rows.of(folder.resolve("paired2x2.csv")).records()) {
            McNemar change = new McNemar(count(row, "yes_no"), count(row, "no_yes"));
            answers.all()
                    .in(row.get("name"))
                    .put("mcnemar_chisq_nocc", change::chiSquared)
                    .put("mcnemar_chisq_cc", change::chiSquaredCorrected)
                    .put("mcnemar_exact_p", change::exactP)
                    .put("mcnemar_midp", change::midP);
        }
        for (CSVRecord row : Rows.of(folder.resolve("differences.csv")).records()) {
            Proportion one = new Proportion(count(row, "x1"), count(row, "n1"));
            Proportion other = new Proportion(count(row, "x2"), count(row, "n2"));
            ProportionDifference difference = new ProportionDifference(one, other);
            ContingencyTable table = new ContingencyTable(
                    one.numerator(),
                    one.denominator() - one.numerator(),
                    other.numerator(),
                    other.denominator() - other.numerator());
            answers.all()
                    .in(row.get("name"))
                    .put("diff", difference::value)
                    .put("newcombe95", () -> difference.newcombe(LEVEL))
                    .put("fisher_p", table::fisherP);
        }
        return answers;
    }

    private static long count(CSVRecord row, String column) {
        return Long.parseLong(row.get(column).strip());
    }
}
