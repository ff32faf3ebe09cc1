package org.mentoringcommons.analytics.cube;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/**
 * What protection costs: of the cells of all measures that somebody is in, how many are shown after each rule.
 *
 * @param all that somebody is in, of the categories that are told apart
 * @param enough of them with enough people
 * @param alone of them that may be shown by themselves: of enough institutions, none of which is nearly all, not nearly alike
 * @param beside of them that are shown, so that no other is worked out from them
 */
public record Utility(long all, long enough, long alone, long beside) {

    private static final Utility NONE = new Utility(0, 0, 0, 0);

    /** {@return by how much is shown, coarsest first} */
    public static Map<Detail, Utility> of(Cube cube, Thresholds thresholds) {
        Map<Detail, Utility> bySteps = new LinkedHashMap<>();
        Rules.steps(Measured.Form.SCORES).forEach(step -> bySteps.put(step, NONE));
        byMeasure(cube, thresholds)
                .values()
                .forEach(measure -> measure.forEach((step, some) -> bySteps.merge(step, some, Utility::plus)));
        return bySteps;
    }

    static Map<MeasureKey, Map<Detail, Utility>> byMeasure(Cube cube, Thresholds thresholds) {
        Rules rules = new Rules(thresholds);
        Collapsing collapsing = Collapsing.of(cube, rules);
        Layout layout = Layout.of(cube, collapsing, new TreeSet<>());
        int sums = Sketch.ofNone(cube.countable()).sums().length;
        Map<MeasureKey, Map<Detail, Utility>> byMeasure = new LinkedHashMap<>();
        cube.measures().forEach((key, counted) -> {
            Collapsing apart = collapsing.isOpen(key, counted) ? collapsing.and(key, counted, rules) : collapsing;
            byMeasure.put(key, of(apart.of(key, counted, sums), layout, rules));
        });
        return byMeasure;
    }

    private static Map<Detail, Utility> of(Measured measured, Layout layout, Rules rules) {
        Judged judged = new Judged(measured, layout, rules);
        List<Detail> details = new Steps(layout, judged).details();
        Map<Detail, Utility> bySteps = new LinkedHashMap<>();
        for (Detail step : judged.steps()) {
            Utility some = NONE;
            for (int group = 0; group < layout.groups().size(); group++) {
                long people = judged.of(group).n();
                some = some.plus(new Utility(
                        people > 0 ? 1 : 0,
                        people >= least(step, rules.thresholds()) ? 1 : 0,
                        judged.mayShow(step, group) ? 1 : 0,
                        details.get(group).shows(step) ? 1 : 0));
            }
            bySteps.put(step, some);
        }
        return bySteps;
    }

    private static int least(Detail step, Thresholds thresholds) {
        return switch (step) {
            case NOTHING, BANDED, MEDIAN -> thresholds.median();
            case SPREAD -> thresholds.spread();
            case QUARTILES -> thresholds.quartiles();
            case EXACT -> thresholds.exact();
        };
    }

    private Utility plus(Utility other) {
        return new Utility(all + other.all, enough + other.enough, alone + other.alone, beside + other.beside);
    }

    /** {@return of what may be shown by itself, how much is hidden for others} */
    double lost() {
        return 1 - (double) beside / alone;
    }

    /** {@return such as {@code 100 of 120, 110, 104}: shown, of all, of those with enough people, of those that may by themselves} */
    @Override
    public String toString() {
        return beside + " of " + all + ", " + enough + ", " + alone;
    }
}
