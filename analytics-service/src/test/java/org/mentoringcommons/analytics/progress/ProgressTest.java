package org.mentoringcommons.analytics.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Who of an institution sees how much of its own results while a wave is open. */
@QuarkusTest
class ProgressTest extends Looks {

    @Test
    void an_evaluator_sees_everything_as_it_stands_also_of_one_person() throws IOException {
        Tenant site = held("evaluated", OPEN);
        answer(site, "evaluated", 1, 2, 5);

        JsonNode first = progress(site, "evaluated", Roles.EVALUATOR);
        assertThat(first.get("results").asText()).isEqualTo("unsuppressed");
        assertThat(value(first, "n")).isEqualTo("1");
        assertThat(value(first, "mean_gain")).isEqualTo("3.0");
        assertThat(figure(first, "sd_gain").get("status").asText()).isEqualTo("undefined");
        assertThat(figure(first, "percent_complete").get("value").asDouble()).isEqualTo(100);
        answer(site, "evaluated", 2, 2, 4, false);
        assertThat(value(progress(site, "evaluated", Roles.EVALUATOR), "mean_gain"))
                .isEqualTo("2.5");
        assertThat(value(institution(site, Roles.EVALUATOR), "n")).isEqualTo("2");
    }

    @Test
    void a_facilitator_and_a_portal_see_counts_live_and_results_by_threshold() throws IOException {
        Tenant site = held("thresholds", OPEN);
        answers(site, "thresholds", 0, 10);

        for (String role : List.of(Roles.FACILITATOR, Roles.PORTAL)) {
            JsonNode few = progress(site, "thresholds", role);
            assertThat(few.get("results").asText()).isEqualTo("thresholds");
            assertThat(shown(few)).isEmpty();
            assertThat(few.at("/instruments/0/responded").asInt()).isEqualTo(10);
            assertThat(few.at("/instruments/0/responseRate").asDouble()).isEqualTo(125.0);
        }
        answers(site, "thresholds", 10, 15);

        JsonNode enough = progress(site, "thresholds", Roles.PORTAL);
        assertThat(shown(enough))
                .containsExactlyInAnyOrder(
                        "n",
                        "mean_before",
                        "mean_now",
                        "mean_gain",
                        "median_before",
                        "median_now",
                        "median_gain",
                        "percent_improved");
        assertThat(value(enough, "n")).isEqualTo("15");
    }

    @Test
    void of_a_few_people_only_who_is_named_as_the_workshops_own_facilitator_sees_a_band_and_means() throws IOException {
        Tenant site = held("own", OPEN);
        answers(site, "own", 0, 7);

        assertThat(shown(asOwn(site, "own"))).isEmpty();
        name(site, "own", "put").statusCode(204);
        name(site, "own", "put").statusCode(204);

        JsonNode own = asOwn(site, "own");
        assertThat(shown(own)).containsExactlyInAnyOrder("n", "mean_before", "mean_now", "mean_gain");
        assertThat(value(own, "n")).isEqualTo("5–10");
        assertThat(shown(progress(site, "own", Roles.FACILITATOR))).isEmpty();
        assertThat(shown(progress(site, "own", Roles.PORTAL))).isEmpty();
        Declared.administrator(site).get(path("own") + "/facilitators").then().body("$", contains(OWN));
        name(site, "own", "delete").statusCode(204);
        name(site, "own", "delete").statusCode(404).body("type", endsWith("facilitator-not-found"));
        assertThat(shown(asOwn(site, "own"))).isEmpty();
    }

    @Test
    void neither_administrators_nor_participants_nor_anybody_elsewhere_see_results() {
        Tenant site = held("guarded-progress", OPEN);

        for (String path : List.of(path("guarded-progress"), "/analytics/v1/progress/institution")) {
            for (String token : List.of(
                    Token.member(site, Roles.INSTITUTION_ADMIN, Roles.PARTICIPANT),
                    Token.platform(Roles.PLATFORM_OPERATOR, Roles.HUB_ADMIN, Roles.ANALYST))) {
                Declared.as(token).get(path).then().statusCode(403);
            }
        }
        Declared.as(Token.member(Token.HILLTOP, Roles.EVALUATOR))
                .get(path("guarded-progress"))
                .then()
                .statusCode(404)
                .body("type", endsWith("workshop-not-found"));
        Declared.administrator(Token.HILLTOP)
                .put(path("guarded-progress") + "/facilitators/somebody")
                .then()
                .statusCode(404);
        Declared.as(Token.member(Facts.institution("nobody asked"), Roles.PORTAL))
                .get("/analytics/v1/progress/institution")
                .then()
                .statusCode(200)
                .body("instruments", hasSize(0));
    }

    @Test
    void the_page_says_the_same_and_escapes_what_institutions_named() throws IOException {
        Tenant site = held("page", OPEN);
        answers(site, "page", 0, 12);

        String page = as(site, Roles.PORTAL)
                .accept("text/html")
                .get(path("page"))
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .asString();

        Files.writeString(Path.of("target/progress.html"), page);
        assertThat(page)
                .contains("12 of 8 people invited have answered (150.0 %)", "not shown", "progress 1")
                .contains("<th scope=\"row\">skill &lt;&amp;&gt;</th>")
                .doesNotContain("<script", "http://", "https://", "<&>");
        assertThat(page).contains("<td>" + value(progress(site, "page", Roles.PORTAL), "mean_gain") + "</td>");
    }
}
