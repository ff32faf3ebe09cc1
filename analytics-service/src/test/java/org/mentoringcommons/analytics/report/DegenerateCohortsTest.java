package org.mentoringcommons.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/**
 * Data that leave a test nothing to work with, through everything a study can declare: each figure is a number or says why
 * it is none, in every document; never NaN, never a failure.
 */
@QuarkusTest
class DegenerateCohortsTest {

    private static final String READER = "reader of degenerate cohorts";

    private enum Shape {
        /** Nobody changed. */
        ALL_ZEROS(6, person -> new int[] {3, 3, 3}, 1),
        /** Everybody gained the same from wherever: all ranks are tied. */
        ALL_TIES(6, person -> new int[] {1 + person % 3, 3 + person % 3, 1 + person % 5}, 1),
        /** Everybody gave the very same answers. */
        CONSTANT(6, person -> new int[] {2, 5, 4}, 1),
        /** Constant within each workshop, so that workshops explain everything. */
        CONSTANT_IN_EACH_WORKSHOP(6, person -> new int[] {2, 3 + person % 2, 1 + person % 2}, 2),
        /** One of two groups is one person. */
        GROUP_OF_ONE(3, person -> new int[] {2, 3 + person, 1 + person}, 1),
        /** Everybody in a workshop of their own. */
        ALONE_EACH(3, person -> new int[] {2, 3 + person, 2 + person}, 3);

        private final int people;
        private final java.util.function.IntFunction<int[]> answers;
        private final int workshops;

        Shape(int people, java.util.function.IntFunction<int[]> answers, int workshops) {
            this.people = people;
            this.answers = answers;
            this.workshops = workshops;
        }

        String study() {
            return "degenerate-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @Inject
    Feed feed;

    @ParameterizedTest
    @EnumSource(Shape.class)
    void every_figure_is_a_number_or_says_why_not(Shape shape) {
        Tenant site = Facts.institution(shape.study());
        for (int workshop = 0; workshop < shape.workshops; workshop++) {
            held(site, shape.study(), workshop);
        }
        for (int person = 0; person < shape.people; person++) {
            answer(site, shape, person);
        }
        Declared.declare(study(shape.study())).statusCode(201);
        Declared.join(shape.study(), site, 1).statusCode(201);

        Figures report = Figures.read(shape.study(), READER);

        assertThat(report.value("gains", "skill", "n")).isEqualTo(shape.people);
        assertThat(unexplained(report)).isEmpty();
        assertThat(report.sections())
                .contains("scores", "dose_competencies", "stages", "mode_comparison", "sites", "reliability");
        for (String form : List.of("text/html", "text/csv")) {
            String document = Declared.as(Token.of(READER).sign())
                    .accept(form)
                    .get(Declared.STUDIES + "/" + shape.study() + "/report")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(document).doesNotContain("NaN").doesNotContain("Infinity");
        }
    }

    @Test
    void nothing_is_unexplained_where_somebody_has_no_score_at_all() {
        Tenant site = Facts.institution("degenerate-unscored");
        held(site, "degenerate-unscored", 0);
        String name = "degenerate-unscored person";
        feed.state(
                "responses",
                site,
                Facts.id(name),
                Facts.response(name, "degenerate-unscored wave 0", true, Map.of("stage", "x")));
        Declared.declare(study("degenerate-unscored")).statusCode(201);
        Declared.join("degenerate-unscored", site, 1).statusCode(201);

        Figures report = Figures.read("degenerate-unscored", READER);

        assertThat(report.value("gains", "skill", "n")).isZero();
        assertThat(report.value("scores", "pace", "n")).isZero();
        assertThat(unexplained(report)).isEmpty();
    }

    private static List<String> unexplained(Figures report) {
        List<String> odd = new ArrayList<>();
        report.report().get("sections").forEach(section -> section.get("rows")
                .forEach(row -> row.get("measures").forEach(measure -> {
                    boolean shown = measure.get("status").asText().equals("shown");
                    boolean number = measure.get("value").isNumber()
                            && Double.isFinite(measure.get("value").doubleValue());
                    boolean explained = shown ? number : isReason(measure.get("reason"));
                    if (!explained) {
                        odd.add(section.get("section").asText() + "/"
                                + row.get("row").asText() + "/" + measure);
                    }
                })));
        return odd;
    }

    private static boolean isReason(JsonNode reason) {
        return reason != null && !reason.asText().isBlank();
    }

    private void held(Tenant site, String study, int number) {
        String name = study + " shop " + number;
        Map<String, Object> workshop = new HashMap<>(Facts.workshop(name, study, 240));
        if (number % 2 == 0) {
            workshop.put("coverage", Map.of("known", true, "modules", List.of("own")));
        }
        feed.state("workshops", site, Facts.id(name), workshop);
        String wave = study + " wave " + number;
        feed.state("waves", site, Facts.id(wave), Facts.wave(wave, name, instrument()));
    }

    private void answer(Tenant site, Shape shape, int person) {
        String name = shape.study() + " person " + person;
        int[] says = shape.answers.apply(person);
        Map<String, Object> answers = new HashMap<>();
        for (String item : List.of("a", "b", "c")) {
            answers.put(item, Facts.pair(says[0], says[1]));
        }
        answers.put("q", says[2]);
        answers.put("r", says[2]);
        answers.put("stage", person == 0 ? "x" : "y");
        feed.state(
                "responses",
                site,
                Facts.id(name),
                Facts.response(name, shape.study() + " wave " + person % shape.workshops, true, answers));
    }

    private static Map<String, Object> instrument() {
        return Facts.instrument(
                "degenerate",
                "1",
                List.of(
                        Facts.thenNow("a"),
                        Facts.thenNow("b"),
                        Facts.thenNow("c"),
                        Facts.likert("q", 5),
                        Facts.likert("r", 5),
                        Facts.options("stage", "choice", List.of("x", "y", "z"))),
                List.of(Facts.scale("skill", "a", "b", "c"), Facts.scale("pace", "q", "r")));
    }

    private Map<String, Object> study(String key) {
        feed.state(
                "module-crosswalks",
                null,
                key + "/1",
                Map.of(
                        "key",
                        key,
                        "number",
                        1,
                        "curricula",
                        List.of(Map.of("curriculum", key, "version", "1.0.0")),
                        "modules",
                        List.of(Map.of("curriculum", key, "module", "own", "competency", "k")),
                        "scales",
                        List.of(Map.of("instrument", "degenerate", "scale", "skill", "competency", "k"))));
        Map<String, Object> study = Declared.study(key, key, "degenerate", "skill", READER);
        study.put("crosswalk", Map.of("key", key, "number", 1));
        study.put(
                "tables",
                Map.of(
                        "gains",
                        List.of("skill"),
                        "scores",
                        List.of("pace"),
                        "participants",
                        List.of(Map.of("section", "stage", "item", "stage")),
                        "satisfaction",
                        List.of(Map.of("row", "q", "item", "q", "favourable", List.of("5"))),
                        "comparison",
                        Map.of("section", "stages", "item", "stage", "groups", List.of("x", "y", "z"))));
        study.put(
                "groupings",
                List.of(Map.of("section", "modes", "by", "mode", "groups", List.of("in_person", "online"))));
        return study;
    }
}
