package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/** The audit refuses what was hidden carelessly, and says which cells. */
class GateTest {

    private static final Rules RULES = new Rules(Thresholds.withDefaults());

    private final Cube cube = MadeUpStudy.cube(MadeUpStudy.simpler(MadeUpStudy.people(new Random(1), 3, 12, 300)));
    private final Collapsing collapsing = Collapsing.of(cube, RULES);
    private final Layout layout = Layout.of(cube, collapsing, new TreeSet<>());
    private final Judged people = judged();

    @Test
    void aThresholdAloneIsRefused() {
        Shown careless = new Careless(people, group -> false);

        Auditing audit = new Auditing(layout, MadeUpStudy.VALUABLE, people, careless);

        assertThat(audit.findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.lower()).isLessThanOrEqualTo(finding.upper()))
                .anySatisfy(finding -> assertThat(finding.lower()).isEqualTo(finding.upper()));
    }

    @Test
    void aCellOfWhichFewChangedIsRefusedBesideOthersOfNow() {
        int hub = layout.groups().indexOf(CellKey.of(Dimension.HUB, "hub 0"));
        Shown careless = new Careless(people, group -> group == hub);

        Auditing audit = new Auditing(layout, MadeUpStudy.VALUABLE, people, careless);

        assertThat(audit.findings()).anySatisfy(finding -> assertThat(finding.cell())
                .isEqualTo(layout.groups().get(hub)));
    }

    private Judged judged() {
        int sums = Sketch.ofNone(cube.countable()).sums().length;
        Measured measured = collapsing.of(MadeUpStudy.VALUABLE, cube.measures().get(MadeUpStudy.VALUABLE), sums);
        return new Judged(measured, layout, RULES);
    }

    /** Shows whatever may be shown by itself. */
    private record Careless(Judged people, java.util.function.IntPredicate stale) implements Shown {

        @Override
        public Detail detail(int group) {
            Detail detail = Detail.NOTHING;
            for (Detail step : List.copyOf(people.steps())) {
                detail = people.mayShow(step, group) ? step : detail;
            }
            return detail;
        }

        @Override
        public boolean isPresent(int group) {
            return !stale.test(group);
        }

        @Override
        public boolean isNearlyPresent(int group) {
            return stale.test(group);
        }
    }
}
