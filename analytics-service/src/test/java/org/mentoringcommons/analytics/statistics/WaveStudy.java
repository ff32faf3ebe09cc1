package org.mentoringcommons.analytics.statistics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** The same people asked in three or more waves, some missing: columns id and one a wave. */
record WaveStudy(Rows rows) implements Study {
    @Override
    public Answers answers() {
        Answers answers = new Answers();
        List<String> waves = rows.header().subList(1, rows.header().size());
        RankPatterns.Builder patterns = RankPatterns.builder(waves.size());
        for (CSVRecord row : rows.records()) {
            if (waves.stream().noneMatch(wave -> Rows.isMissing(row, wave))) {
                patterns.add(
                        waves.stream().mapToInt(wave -> Rows.integer(row, wave)).toArray());
            }
        }
        Friedman.Result friedman = Friedman.withDefaults().test(patterns.build());
        answers.all()
                .put("n_complete", friedman::n)
                .put("friedman_chisq", friedman::chiSquared)
                .put("friedman", friedman::chiSquared)
                .put("friedman_p", friedman::p)
                .put("kendall_W", friedman::kendallW);
        List<Double> exact = new ArrayList<>();
        // neighbours first, then wider gaps: the order in which the family is printed
        for (int gap = 1; gap < waves.size(); gap++) {
            for (int first = 0; first + gap < waves.size(); first++) {
                String before = waves.get(first);
                String now = waves.get(first + gap);
                PairTable table = rows.pairs(List.of(before), List.of(now), 1);
                PairAnswers.signedRank(answers.all().in(before + "_vs_" + now), table);
                exact.add(PairAnswers.asExactRankTests(table).orElse(1));
            }
        }
        answers.all()
                .put(
                        "holm_pairwise_exact",
                        () -> Multiplicity.HOLM.adjust(
                                exact.stream().mapToDouble(Double::doubleValue).toArray()));
        return answers;
    }
}
