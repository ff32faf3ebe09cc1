package org.mentoringcommons.analytics.cube;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/**
 * Of which people how much may be shown across institutions: enough people, of enough institutions, enough of them outside
 * the largest, not nearly all of one answer; from shares on, no answer that fewer than the smallest count gave outside the
 * institution of most of them, nobody included: an institution knows its own.
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
        Predicate<Tally> enough = tally -> {
            Map<Long, Long> institutions = tally.byInstitution();
            long largest = institutions.values().stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
            return tally.n() >= people
                    && institutions.size() >= thresholds.institutions()
                    && tally.n() - largest >= smallest();
        };
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
        return answers > 1 && IntStream.range(0, answers).allMatch(answer -> tally.outside(answer) >= smallest());
    }

    /** Whoever knows an institution's people knows the others of every sort; who gained and who did not are both told. */
    private boolean exactScores(Tally tally) {
        long improved = tally.outside(2);
        long others = tally.outside(0) + tally.outside(1);
        return varied(tally)
                && improved >= smallest()
                && others >= smallest()
                && hidesRest(tally, 0)
                && hidesRest(tally, 1);
    }

    private boolean hidesRest(Tally tally, int sort) {
        boolean nobody = tally.institutions().keySet().stream().noneMatch(place -> Tally.sort(place) == sort);
        return nobody || tally.outside(sort) >= smallest();
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
