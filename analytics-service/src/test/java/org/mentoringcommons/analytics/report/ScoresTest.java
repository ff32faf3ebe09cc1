package org.mentoringcommons.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsInAnyOrder;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Tenant;

/**
 * Scales scored as they declare it, with reverse items and the rule {@code at_least}, of pairs and of single ratings. The
 * numbers are R's, of the same answers: {@code mean}, {@code sd}, {@code t.test}, {@code quantile}, {@code anova},
 * {@code nlme::lme}, {@code wilcox.test(d, exact = FALSE, correct = FALSE)}, alpha by its formula from {@code cov}.
 */
@QuarkusTest
class ScoresTest {

    private static final String STUDY = "declared-scores";
    private static final Tenant SITE = Facts.institution(STUDY);
    private static final int NONE = 0;
    private static final int[][] PACE = {
        {1, 4, 5, 2, 4}, {1, 3, 4, 2, NONE}, {1, 5, 5, 1, 5}, {1, 2, 3, 4, 2},
        {2, 4, 4, 3, 3}, {2, 5, NONE, 2, 4}, {2, 3, 3, 3, 3}, {2, NONE, NONE, 2, 5},
        {3, 5, 4, 1, 4}, {3, 1, 2, 5, 2}, {3, 4, 5, NONE, 5}, {3, 3, 4, 3, 4}
    };
    private static final int[][] SKILL = {
        {1, 3, 5, 4, 2}, {1, 2, 4, NONE, NONE}, {1, 4, 4, 5, 3}, {1, 3, 6, 6, 2},
        {2, 5, 6, 3, 3}, {2, NONE, NONE, 5, 4}, {2, 2, 3, 6, 5}, {2, NONE, NONE, NONE, NONE},
        {3, 4, 6, 4, 1}, {3, 3, 3, 3, 4}, {3, 6, 7, 2, 2}, {3, 1, 4, 7, 4}
    };

    @Inject
    Feed feed;

    @BeforeEach
    void twelve_people_of_three_workshops_answered() {
        for (int number = 1; number <= 3; number++) {
            feed.state("workshops", SITE, Facts.id(shop(number)), Facts.workshop(shop(number), STUDY, 240));
            feed.state("waves", SITE, Facts.id(wave(number)), Facts.wave(wave(number), shop(number), instrument()));
        }
        for (int person = 0; person < PACE.length; person++) {
            String name = STUDY + person;
            feed.state(
                    "responses",
                    SITE,
                    Facts.id(name),
                    Facts.response(name, wave(PACE[person][0]), true, answers(PACE[person], SKILL[person])));
        }
        Map<String, Object> study = Declared.study(STUDY, STUDY, STUDY, "skill", "scores reader");
        study.put("ahead", false);
        study.put("tables", Map.of("gains", List.of("skill"), "scores", List.of("pace")));
        if (Declared.declare(study).extract().statusCode() == 201) {
            Declared.join(STUDY, SITE, 1).statusCode(201);
        }
    }

    @Test
    void single_ratings_have_a_mean_and_its_spread() {
        Figures report = Figures.read(STUDY, "scores reader");

        near(report, "n", 11);
        near(report, "missing", 1);
        near(report, "mean", 3.65151515151515);
        ends(report, "mean", 2.93246567648432, 4.37056462654598);
        near(report, "sd", 1.07031808733703);
        near(report, "lower_quartile", 3.25);
        near(report, "median", 11.0 / 3);
        near(report, "upper_quartile", 4.41666666666667);
        near(report, "clusters", 3);
        near(report, "icc", -0.3553874712548139);
        near(report, "mean_mixed", 3.65151515151515);
        ends(report, "mean_mixed", 2.26299298371885, 5.04003731930242);
        near(report, "items", 4);
        near(report, "alpha", 0.96199782844734);
        assertThat(report.n("scores", "pace", "alpha"))
                .as("people who rated every item")
                .isEqualTo(8);
    }

    @Test
    void pairs_count_from_their_own_end_before_and_now() {
        Figures report = Figures.read(STUDY, "scores reader");

        assertThat(report.value("gains", "skill", "n")).isEqualTo(11);
        assertThat(report.value("gains", "skill", "mean_pre")).isCloseTo(3.31818181818182, within(1e-12));
        assertThat(report.value("gains", "skill", "mean_post")).isCloseTo(4.81818181818182, within(1e-12));
        assertThat(report.value("gains", "skill", "gain")).isCloseTo(1.5, within(1e-12));
        assertThat(report.value("gains", "skill", "p_asymptotic")).isCloseTo(0.00563021048895771, within(1e-12));
        assertThat(report.report().toString()).contains("count from the other end");
    }

    @Test
    void the_page_shows_single_ratings() {
        String page = Declared.as(org.mentoringcommons.tenancy.contract.Token.of("scores reader")
                        .sign())
                .accept("text/html")
                .get(Declared.STUDIES + "/" + STUDY + "/report")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(page).contains("3.65 [2.93, 4.37]").contains("3.65 [2.26, 5.04]");
    }

    @Test
    void a_scale_of_pairs_has_no_single_score_and_the_other_way_round() {
        Map<String, Object> study = Declared.study(STUDY + "-2", STUDY, STUDY, "pace", "scores reader");
        study.put("ahead", false);
        study.put("tables", Map.of("gains", List.of("pace"), "scores", List.of("skill", "pace", "pace")));

        Declared.declare(study)
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder("tables.gains[0]", "tables.scores[0]", "tables.scores[2]"));
    }

    private static void near(Figures report, String measure, double expected) {
        assertThat(report.value("scores", "pace", measure)).as(measure).isCloseTo(expected, within(1e-9));
    }

    private static void ends(Figures report, String measure, double lower, double upper) {
        assertThat(report.measure("scores", "pace", measure).get("lower").doubleValue())
                .isCloseTo(lower, within(1e-6));
        assertThat(report.measure("scores", "pace", measure).get("upper").doubleValue())
                .isCloseTo(upper, within(1e-6));
    }

    private static Map<String, Object> answers(int[] pace, int[] skill) {
        Map<String, Object> answers = new HashMap<>();
        for (int item = 1; item <= 4; item++) {
            if (pace[item] != NONE) {
                answers.put("q" + item, pace[item]);
            }
        }
        for (int item = 0; item < 2; item++) {
            if (skill[1 + 2 * item] != NONE) {
                answers.put("p" + item, Facts.pair(skill[1 + 2 * item], skill[2 + 2 * item]));
            }
        }
        return answers;
    }

    private static Map<String, Object> instrument() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int item = 1; item <= 4; item++) {
            items.add(Facts.likert("q" + item, 5));
        }
        items.add(Facts.thenNow("p0"));
        items.add(Facts.thenNow("p1"));
        return Facts.instrument(
                STUDY,
                "1",
                items,
                List.of(
                        Map.of(
                                "key",
                                "pace",
                                "items",
                                List.of("q1", "q2", "q3", "q4"),
                                "missing",
                                "at_least",
                                "minimum",
                                3,
                                "reverse",
                                List.of("q3")),
                        Map.of(
                                "key",
                                "skill",
                                "items",
                                List.of("p0", "p1"),
                                "missing",
                                "half",
                                "reverse",
                                List.of("p1"))));
    }

    private static String shop(int number) {
        return STUDY + " shop " + number;
    }

    private static String wave(int number) {
        return STUDY + " wave " + number;
    }
}
