package org.mentoringcommons.analytics.statistics;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** Some pairs of integer scores: columns id, before, now. */
record PairStudy(Rows rows) implements Study {
    private static final Pattern ITEMS = Pattern.compile(".*sum(\\d+)");

    @Override
    public Answers answers() {
        Answers answers = new Answers();
        String before = rows.header().get(1);
        String now = rows.header().get(2);
        PairTable table = rows.pairs(List.of(before), List.of(now), 1);
        PairAnswers.signedRank(answers.all(), table);
        PairAnswers.paired(answers.all(), table);
        PairAnswers.signedRank(answers.all().in("int"), table);
        SignedRank.Result test = SignedRank.withDefaults().test(table);
        answers.all()
                .put(
                        "distinct_abs_int",
                        () -> table.differences().map(Math::abs).distinct())
                .put("distinct_abs_float", () -> distinctInDoubles(before, now))
                .put("WRONG_p_from_floats_nocc", test::pAsymptotic)
                .put("WRONG_W_plus_from_floats", test::wPlus);
        return answers;
    }

    /** What a service that ranks means instead of sums would take for distinct. */
    private long distinctInDoubles(String before, String now) {
        Matcher items = ITEMS.matcher(before);
        double divisor = items.matches() ? Integer.parseInt(items.group(1)) : 1;
        return rows.stream()
                .mapToDouble((CSVRecord row) ->
                        Math.abs(Rows.integer(row, now) / divisor - Rows.integer(row, before) / divisor))
                .distinct()
                .count();
    }
}
