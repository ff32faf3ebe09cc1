package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/** What protection costs: of the cells somebody is in, how many are shown by each rule. */
class UtilityTest {

    private static final Rules RULES = new Rules(Thresholds.withDefaults());

    /** Cells of a measure that may be shown by themselves, that are shown beside each other, and that somebody is in. */
    record Cells(MeasureKey measure, Detail step, long alone, long beside, long all) {

        double lost() {
            return 1 - (double) beside / alone;
        }
    }

    @Test
    void ofANationNearlyAllThatMayBeShownIsShown() {
        assertThat(shares(MadeUpStudy.people(new Random(1), 60, 600, 20_000)))
                .hasSize(6)
                .allSatisfy(cells -> assertThat(cells.lost()).isLessThan(0.15))
                .allSatisfy(cells -> assertThat(cells.alone()).isPositive());
    }

    static List<Cells> shares(List<Person> people) {
        Cube cube = MadeUpStudy.cube(people);
        Collapsing collapsing = Collapsing.of(cube, RULES);
        Layout layout = Layout.of(cube, collapsing, new TreeSet<>());
        List<Cells> shares = new ArrayList<>();
        cube.measures().forEach((key, counted) -> {
            int sums = Sketch.ofNone(cube.countable()).sums().length;
            Measured measured = collapsing.of(key, counted, sums);
            Judged judged = new Judged(measured, layout, RULES);
            List<Detail> details = new Steps(layout, judged).details();
            for (Detail step : judged.steps()) {
                long all =
                        groups(layout).filter(group -> judged.of(group).n() > 0).count();
                long alone = groups(layout)
                        .filter(group -> judged.mayShow(step, group))
                        .count();
                long beside = groups(layout)
                        .filter(group -> details.get(group).shows(step))
                        .count();
                shares.add(new Cells(key, step, alone, beside, all));
            }
        });
        return shares;
    }

    private static IntStream groups(Layout layout) {
        return IntStream.range(0, layout.groups().size());
    }

    @Test
    void whatIsShownBesideEachOtherIsWhatIsReleased() {
        List<Person> people = MadeUpStudy.simpler(MadeUpStudy.people(new Random(3), 3, 12, 300));
        long released = MadeUpStudy.release(people, 1, Optional.empty()).published().cells().stream()
                .filter(PublishedCell::isShown)
                .count();

        assertThat(shares(people).stream()
                        .filter(cells -> cells.step() == Detail.MEDIAN)
                        .mapToLong(Cells::beside)
                        .sum())
                .isEqualTo(released);
        assertThat(Collections.max(shares(people).stream().map(Cells::all).toList()))
                .isGreaterThan(released / 2);
    }
}
