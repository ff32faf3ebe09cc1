package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.mentoringcommons.analytics.disclosure.Crowd;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/**
 * Of which people how much may be shown across institutions: enough people, of enough institutions, enough of them outside
 * the largest and some outside the two largest, not nearly all of one answer; from shares on, no answer that fewer than the
 * smallest count gave outside the institution of most of them, nobody included: an institution knows its own.
 */
record Rules(Thresholds thresholds, Method method) {

    private static final List<Detail> OF_SHARES = List.of(Detail.MEDIAN, Detail.EXACT);
    private static final List<Detail> OF_SCORES = List.of(Detail.MEDIAN, Detail.SPREAD, Detail.QUARTILES, Detail.EXACT);

    /** So much, and no more, is shown of a site that agreed to be named. */
    static final Detail OF_A_SITE = Detail.SPREAD;

    private static final int WORSE = 0;
    private static final int SAME = 1;
    private static final int BETTER = 2;
    private static final int SORTS = 3;
    /** So many institutions may tell each other what they know. */
    private static final int TOGETHER = 2;

    Rules(Thresholds thresholds) {
        this(thresholds, Method.last());
    }

    /** {@return whether what was told before is told apart from what is told now} */
    boolean remember() {
        return method.remembers();
    }

    /** {@return the smallest count that may be told} */
    int smallest() {
        return thresholds.smallest();
    }

    /** {@return how many elements of a sketch are few: who is corrected leaves one and brings another} */
    int countable() {
        return 2 * (smallest() - 1);
    }

    /** {@return whether enough people came, went or changed, and enough who are not of the institution of most of them} */
    boolean areMany(State.Seen one, State.Seen other) {
        return one.peopleBetween(other, smallest()) >= smallest()
                && one.outsideBetween(other) >= thresholds.banded()
                && (!remember() || areManyPresent(one.movedBetween(other)));
    }

    /** Whoever answers otherwise is seen in shares, and not in how many there are: those who came or went are many, too, or nobody. */
    private boolean areManyPresent(Crowd.Counted moved) {
        return moved.people() == 0
                || moved.people() >= smallest() && (moved.parts().isEmpty() || moved.outside(1) >= thresholds.banded());
    }

    /** {@return the same of institutions other than some; not if it is not known of which they are} */
    boolean areMany(State.Seen one, State.Seen other, Set<Long> besides) {
        return one.peopleOutside(other, besides, false) >= smallest()
                && one.peopleOutside(other, besides, true) >= thresholds.banded()
                && areManyPresent(one.movedBetween(other, besides));
    }

    /** {@return whether a site that agreed may be named with what its people scored: enough of them, and not nearly alike} */
    boolean mayName(Measured measured, Tally site) {
        return site.n() >= Math.max(thresholds.spread(), smallest()) && isVaried(crowd(measured, site));
    }

    /** {@return the steps in which more is shown of a measure, coarsest first} */
    static List<Detail> steps(Measured.Form form) {
        return form == Measured.Form.SCORES ? OF_SCORES : OF_SHARES;
    }

    /** {@return whether so much of a measure may be shown of people taken together} */
    Predicate<Tally> of(Measured measured, Detail detail) {
        Predicate<Crowd> rule = rule(measured, detail, false);
        return tally -> rule.test(crowd(measured, tally));
    }

    /**
     * {@return whether so much may be shown of a crowd, and of whoever it may be besides}
     *
     * @param everySort whether nobody of a sort may turn out to be a few
     */
    Predicate<Crowd> rule(Measured measured, Detail detail, boolean everySort) {
        long people =
                switch (detail) {
                    case NOTHING, BANDED, MEDIAN -> Math.max(thresholds.median(), smallest());
                    case SPREAD -> thresholds.spread();
                    case QUARTILES -> thresholds.quartiles();
                    case EXACT -> thresholds.exact();
                };
        Predicate<Crowd> enough = crowd -> crowd.people() >= people && isOfMany(crowd.counted(0));
        boolean exact = detail == Detail.EXACT;
        return enough.and(
                switch (measured.form()) {
                    case SHARE -> crowd -> !exact || everyAnswer(crowd, 2);
                    case ONE_OF ->
                        crowd -> !exact
                                || everyAnswer(crowd, measured.categories().size());
                    case SCORES -> crowd -> isVaried(crowd) && (!exact || exactScores(crowd, everySort));
                });
    }

    /** Counts people by institution, then those of each sort by institution, then by what nearly all might have in common. */
    Crowd crowd(Measured measured, Tally tally) {
        boolean scores = measured.form() == Measured.Form.SCORES;
        List<Crowd.Counted> ways = new ArrayList<>();
        ways.add(new Crowd.Counted(tally.n(), tally.byInstitution()));
        int sorts = scores ? SORTS : Math.max(2, measured.categories().size());
        for (int sort = 0; sort < sorts; sort++) {
            ways.add(tally.ofSort(sort));
        }
        for (Variable variable : scores ? Variable.values() : new Variable[0]) {
            Map<Long, Long> byScore = new HashMap<>();
            tally.counts().forEach((pair, count) -> byScore.merge(variable.of(pair), count, Long::sum));
            ways.add(new Crowd.Counted(tally.n(), byScore));
        }
        return new Crowd(Math.max(TOGETHER, thresholds.institutions() - 1), ways);
    }

    /** Of institutions enough, and people enough outside the largest, and some outside the two largest together. */
    private boolean isOfMany(Crowd.Counted byInstitution) {
        return byInstitution.outside(1) >= smallest()
                && byInstitution.outside(Math.min(TOGETHER, thresholds.institutions() - 1)) >= thresholds.banded()
                && byInstitution.outside(thresholds.institutions() - 1) > 0;
    }

    private boolean everyAnswer(Crowd crowd, int answers) {
        return answers > 1
                && IntStream.range(0, answers)
                        .allMatch(answer -> crowd.counted(1 + answer).outside(1) >= smallest());
    }

    /** Whoever knows an institution's people knows the others of every sort; who gained and who did not are both told. */
    private boolean exactScores(Crowd crowd, boolean everySort) {
        long others =
                crowd.counted(1 + WORSE).outside(1) + crowd.counted(1 + SAME).outside(1);
        return crowd.counted(1 + BETTER).outside(1) >= smallest()
                && others >= smallest()
                && hidesRest(crowd.counted(1 + WORSE), everySort)
                && hidesRest(crowd.counted(1 + SAME), everySort);
    }

    private boolean hidesRest(Crowd.Counted sort, boolean everySort) {
        return !everySort && sort.people() == 0 || sort.outside(1) >= smallest();
    }

    /** Whoever knows that nearly everybody scored the same knows each of them. */
    private boolean isVaried(Crowd crowd) {
        for (int variable = 0; variable < Variable.values().length; variable++) {
            if (crowd.counted(1 + SORTS + variable).outside(1) < thresholds.dissenters()) {
                return false;
            }
        }
        return true;
    }

    private enum Variable {
        BEFORE,
        NOW,
        GAIN;

        long of(long pair) {
            return switch (this) {
                case BEFORE -> Measured.before(pair);
                case NOW -> Measured.now(pair);
                case GAIN -> Measured.now(pair) - Measured.before(pair);
            };
        }
    }
}
