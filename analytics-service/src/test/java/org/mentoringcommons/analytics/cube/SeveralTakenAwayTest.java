package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/** Several groups of one table taken away from a group of another leave nobody, or many. */
class SeveralTakenAwayTest {

    private static final int SITES = 8;

    private final List<Person> people = new ArrayList<>();
    private int at;

    @Test
    void twoHubsThatTeachNothingElseFromACurriculum() {
        come(200, "A", "Y", 0);
        come(200, "B", "Y", SITES);
        come(3, "C", "Y", 2 * SITES);
        others();
        Function<String, OptionalLong> n = released();

        assertThat(List.of(n.apply("Y"), n.apply("A"), n.apply("B"))).contains(OptionalLong.empty());
        assertThat(n.apply("nation")).hasValue(1203);
        assertThat(found()).isTrue();
    }

    @Test
    void aHubFromTheCurriculaItTeaches() {
        come(200, "A", "Y", 0);
        come(200, "A", "X", 0);
        come(3, "C", "Y", 2 * SITES);
        others();
        Function<String, OptionalLong> n = released();

        assertThat(List.of(n.apply("A"), n.apply("X"), n.apply("Y"))).contains(OptionalLong.empty());
        assertThat(n.apply("nation")).hasValue(1203);
        assertThat(found()).isTrue();
    }

    @Test
    void whereManyAreLeftAllAreShown() {
        come(200, "A", "Y", 0);
        come(200, "B", "Y", SITES);
        come(100, "C", "Y", 2 * SITES);
        others();
        Function<String, OptionalLong> n = released();

        assertThat(List.of("nation", "Y", "Z", "A", "B", "C"))
                .allMatch(group -> n.apply(group).isPresent());
        assertThat(found()).isFalse();
    }

    /** So that no other group lies within one of these. */
    private void others() {
        come(200, "C", "Z", 2 * SITES);
        come(100, "D", "Z", 3 * SITES);
        come(200, "D", "W", 3 * SITES);
        come(100, "E", "W", 4 * SITES);
        come(200, "E", "V", 4 * SITES);
    }

    private void come(int many, String hub, String curriculum, int site) {
        for (int i = 0; i < many; i++, at++) {
            people.add(new Person(
                    site + i % SITES,
                    hub,
                    "k",
                    "online",
                    "4–8",
                    curriculum,
                    "2026",
                    "postdoc",
                    i % 4 != 0,
                    6 + at % 20,
                    16 + at % 27));
        }
    }

    private Function<String, OptionalLong> released() {
        Publication release = MadeUpStudy.release(people, 1, Optional.empty());
        assertThat(release.gate().findings()).isEmpty();
        return name -> {
            CellKey cell = name.equals("nation")
                    ? CellKey.NATION
                    : CellKey.of(name.compareTo("E") > 0 ? Dimension.CURRICULUM : Dimension.HUB, name);
            return release.published().cell(cell, MadeUpStudy.VALUABLE).orElseThrow().figures().stream()
                    .filter(figure -> figure.measure().equals("n"))
                    .flatMap(figure -> figure.text().stream())
                    .mapToLong(Long::parseLong)
                    .findFirst();
        };
    }

    /** Whether the audit finds something where all are shown who may be shown by themselves. */
    private boolean found() {
        Rules rules = new Rules(Thresholds.withDefaults());
        Cube cube = MadeUpStudy.cube(people);
        Collapsing collapsing = Collapsing.of(cube, rules);
        Layout layout = Layout.of(cube, collapsing, new TreeSet<>());
        int sums = Sketch.ofNone(cube.countable()).sums().length;
        Measured measured = collapsing.of(MadeUpStudy.VALUABLE, cube.measures().get(MadeUpStudy.VALUABLE), sums);
        Judged judged = new Judged(measured, layout, rules);
        return !new Auditing(layout, MadeUpStudy.VALUABLE, judged, new Alone(judged))
                .findings()
                .isEmpty();
    }

    private record Alone(Judged judged) implements Shown {

        @Override
        public Detail detail(int group) {
            Detail detail = Detail.NOTHING;
            for (Detail step : judged.steps()) {
                detail = judged.mayShow(step, group) ? step : detail;
            }
            return detail;
        }

        @Override
        public boolean isPresent(int group) {
            return true;
        }

        @Override
        public boolean isNearlyPresent(int group) {
            return false;
        }
    }
}
