package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/** Two stages of a measure are hidden: what is left of the nation without the shown ones changes by nobody, or by many. */
class StagesOverTimeTest {

    private static final MeasureKey SPARSE = new MeasureKey(MeasureKey.Subject.SATISFACTION, "sparse");
    private static final List<MeasureKey> MEASURES = List.of(
            new MeasureKey(MeasureKey.Subject.SATISFACTION, "one"),
            new MeasureKey(MeasureKey.Subject.SATISFACTION, "two"),
            SPARSE);
    private static final int SITES = 8;
    private static final int FEW = 11;

    private record Answer(int site, String stage, boolean favourable, boolean sparse) {

        Answer at(String other) {
            return new Answer(site, other, favourable, sparse);
        }
    }

    private final List<Answer> answers = new ArrayList<>();
    private final Publication first;

    StagesOverTimeTest() {
        come(300, "professor");
        come(300, "postdoc");
        for (String stage : List.of("student", "staff")) {
            for (int i = 0; i < 200; i++) { // of two sites only where they answered the sparse question
                boolean sparse = i < 60;
                int site = sparse ? i % 2 + (stage.equals("staff") ? 4 : 0) : i % SITES;
                answers.add(new Answer(site, stage, i % 4 != 0, sparse));
            }
        }
        first = release(1, Optional.empty());
        assertThat(List.of("professor", "postdoc")).allMatch(stage -> n(first, stage) == 300);
        assertThat(List.of("student", "staff")).allMatch(stage -> n(first, stage) == 0);
        assertThat(left(first)).isEqualTo(120);
    }

    @Test
    void oneWhoComesToAHiddenStageIsNotSeenBesideManyOfAnother() {
        come(24, "professor");
        come(1, "student");

        assertThat(told(second())).matches(StagesOverTimeTest::isSafe);
    }

    @Test
    void norBesideManyWhoGoFromOneHiddenStageToTheOther() {
        come(24, "professor");
        come(1, "student");
        for (int i = 0, gone = 0; gone < 20; i++) {
            if (answers.get(i).stage().equals("student") && answers.get(i).sparse()) {
                answers.set(i, answers.get(i).at("staff"));
                gone++;
            }
        }

        assertThat(told(second())).matches(StagesOverTimeTest::isSafe);
    }

    @Test
    void whereNobodyOfAHiddenStageCameEverybodyElseIsRenewed() {
        come(24, "professor");

        Publication second = second();

        assertThat(n(second, "professor")).isEqualTo(324);
        assertThat(left(second)).isEqualTo(120);
    }

    @Test
    void soTheyAreWhereManyCame() {
        come(24, "professor");
        come(FEW, "student");

        Publication second = second();

        assertThat(n(second, "professor")).isEqualTo(324);
        assertThat(left(second)).isEqualTo(120 + FEW);
    }

    @Test
    void aSecondSealKnowsItToo() {
        come(24, "professor");
        come(1, "student");
        Standing standing = Standing.of(second().standing().bytes());
        come(24, "postdoc");

        Publication third = release(3, Optional.of(standing));

        assertThat(told(third)).matches(StagesOverTimeTest::isSafe);
        assertThat(standing.bytes()).isEqualTo(Standing.of(standing.bytes()).bytes());
    }

    private void come(int people, String stage) {
        for (int i = 0; i < people; i++) {
            answers.add(new Answer(i % (stage.equals("student") ? 2 : SITES), stage, i % 4 != 0, true));
        }
    }

    private Publication second() {
        Publication second = release(2, Optional.of(Standing.of(first.standing().bytes())));
        assertThat(second.gate().findings()).isEmpty();
        return second;
    }

    /** By how many those left of the nation differ from those left of it once, where the nation is told anew. */
    private long told(Publication release) {
        return n(release, null) == n(first, null) ? 0 : left(release) - left(first);
    }

    private static boolean isSafe(long people) {
        return people == 0 || people >= FEW;
    }

    private long left(Publication release) {
        return n(release, null) - n(release, "professor") - n(release, "postdoc");
    }

    private static long n(Publication release, String stage) {
        CellKey cell = stage == null ? CellKey.NATION : CellKey.of(Dimension.STAGE, stage);
        return release.published().cell(cell, SPARSE).orElseThrow().figures().stream()
                .filter(figure -> figure.measure().equals("n"))
                .flatMap(figure -> figure.text().stream())
                .mapToLong(Long::parseLong)
                .sum();
    }

    private Publication release(int number, Optional<Standing> previous) {
        Thresholds thresholds = Thresholds.withDefaults();
        CubeBuilder cube = new CubeBuilder(new Rules(thresholds).countable(), new byte[32]);
        MEASURES.forEach(measure -> cube.measure(measure, Measured.Form.SHARE, List.of(), 1));
        answers.stream().sorted(Comparator.comparingInt(Answer::site)).forEach(answer -> {
            String site = "site " + answer.site();
            CellKey where = new Person(
                            answer.site(), "h", "k", "online", "4–8", "c", "2026", answer.stage(), true, 0, 0)
                    .stratum();
            cube.workshop(answer.site(), site, UUID.nameUUIDFromBytes(site.getBytes(StandardCharsets.UTF_8)), where);
            for (int measure = 0; measure < (answer.sparse() ? 3 : 2); measure++) {
                cube.add(measure, answer.stage(), answer.favourable() ? 1 : 0);
            }
        });
        return Publication.of(cube.build(), thresholds, number, previous);
    }
}
