package org.mentoringcommons.curriculum.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Facts;
import org.mentoringcommons.curriculum.Person;

/** What comes with the curricula of ours: from their modules to the scales of the instruments of ours. */
@QuarkusTest
class ShippedCrosswalkTest {

    private static final String FIRST = "/curriculum/v1/crosswalks/starter/1";

    @BeforeEach
    void published() {
        Person.starter();
    }

    @Test
    void every_module_and_scale_is_spoken_of_and_the_gaps_are_those_that_its_edition_names() {
        Api.operator()
                .call()
                .get(FIRST)
                .then()
                .statusCode(200)
                .body("gaps.modulesOfNoCompetency.module.unique()", contains("mentoring-philosophy"))
                .body(
                        "gaps.modulesOfNoScale.module.unique()",
                        containsInAnyOrder("work-life-integration", "ethical-behaviour", "mentoring-philosophy"))
                .body("gaps.competenciesOfNoModule", contains("assessing-understanding"))
                .body("gaps.competenciesOfNoScale", containsInAnyOrder("work-life-integration", "ethical-behaviour"))
                .body(
                        "gaps.scalesOfNoModule.scale",
                        containsInAnyOrder("understanding", "understanding", "understanding", "assurance"));
        List<Facts.Told> told = Facts.about("starter/1");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).data().get("scales")).hasSize(21);
    }

    @Test
    void called_again_it_says_nothing_even_where_an_operator_has_said_something_else_since() {
        int before = newest();
        Api.operator()
                .post(
                        "/curriculum/v1/crosswalks/starter",
                        Map.of(
                                "title",
                                "Ours",
                                "changes",
                                "Of our own.",
                                "competencies",
                                List.of(Map.of("key", "communication", "title", "Communication")),
                                "curricula",
                                List.of(Map.of("curriculum", "mentoring-with-care", "version", "1.0.0")),
                                "modules",
                                List.of(),
                                "scales",
                                List.of()))
                .then()
                .statusCode(201)
                .body("number", equalTo(before + 1));

        Person.starter();

        assertThat(newest()).isEqualTo(before + 1);
    }

    private static int newest() {
        return Api.operator()
                .call()
                .get("/curriculum/v1/crosswalks?after=starteq&limit=1")
                .path("[0].number");
    }
}
