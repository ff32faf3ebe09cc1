package org.mentoringcommons.analytics.cube;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/**
 * Of which people how much may be shown across institutions: enough people, of enough institutions, enough of them outside
 * the largest, not nearly all of one answer; from shares on, no answer that fewer than the smallest count gave, nobody
 * included.
 */
record Rules(Thresholds thresholds) {

    private static final List<Detail> OF_SHARES = List.of(Detail.MEDIAN, Detail.EXACT);
    private static final List<Detail> OF_SCORES = List.of(Detail.MEDIAN, Detail.SPREAD, Detail.QUARTILES, Detail.EXACT);

    /** {@return the smallest count that may be told} */
    int smallest() {
        return thresholds.smallest();
    }

    /** {@return how many elements of a sketch are few: who is corrected leaves one and brings another} */
    int countable() {
        return 2 * (smallest() - 1);
    }

    /** {@return the steps in which more is shown of a measure, coarsest first} */
    static List<Detail> steps(Measured.Form form) {
        return form == Measured.Form.SCORES ? OF_SCORES : OF_SHARES;
    }

    /** {@return whether so much of a measure may be shown of people taken together} */
    Predicate<Tally> of(Measured measured, Detail detail) {
        long people =
                switch (detail) {
                    case NOTHING, BANDED, MEDIAN -> Math.max(thresholds.median(), smallest());
                    case SPREAD -> thresholds.spread();
                    case QUARTILES -> thresholds.quartiles();
                    case EXACT -> thresholds.exact();
                };
        Predicate<Tally> enough = tally -> tally.n() >= people
                && tally.institutions().size() >= thresholds.institutions()
                && tally.n() - tally.largestInstitution() >= smallest();
        boolean exact = detail == Detail.EXACT;
        return enough.and(
                switch (measured.form()) {
                    case SHARE -> tally -> !exact || everyAnswer(tally, 2);
                    case ONE_OF ->
                        tally -> !exact
                                || everyAnswer(tally, measured.categories().size());
                    case SCORES -> exact ? this::exactScores : this::varied;
                });
    }

    private boolean everyAnswer(Tally tally, int answers) {
        return answers > 1 && IntStream.range(0, answers).allMatch(answer -> tally.count(answer) >= smallest());
    }

    private boolean exactScores(Tally tally) {
        long improved = 0;
        long worse = 0;
        for (Map.Entry<Long, Long> pair : tally.counts().entrySet()) {
            int gain = Measured.now(pair.getKey()) - Measured.before(pair.getKey());
            improved += gain > 0 ? pair.getValue() : 0;
            worse += gain < 0 ? pair.getValue() : 0;
        }
        return varied(tally)
                && improved >= smallest()
                && tally.n() - improved >= smallest()
                && thresholds.hidesRest(worse)
                && thresholds.hidesRest(tally.n() - improved - worse);
    }

    /** Whoever knows that nearly everybody scored the same knows each of them. */
    private boolean varied(Tally tally) {
        return hasDissent(tally, Variable.BEFORE)
                && hasDissent(tally, Variable.NOW)
                && hasDissent(tally, Variable.GAIN);
    }

    private enum Variable {
        BEFORE,
        NOW,
        GAIN;

        int of(long pair) {
            return switch (this) {
                case BEFORE -> Measured.before(pair);
                case NOW -> Measured.now(pair);
                case GAIN -> Measured.now(pair) - Measured.before(pair);
            };
        }
    }

    private boolean hasDissent(Tally tally, Variable variable) {
        Map<Integer, Long> byScore = new java.util.HashMap<>();
        tally.counts().forEach((pair, count) -> byScore.merge(variable.of(pair), count, Long::sum));
        long most = byScore.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return tally.n() - most >= thresholds.dissenters();
    }
}
