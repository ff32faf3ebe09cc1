package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Demonstrated;
import org.mentoringcommons.deploy.local.Service;

/** What an institution sees of its own results, in a real browser; and the rows a study's team takes away. */
@ExtendWith({TheStack.class, Browser.class})
class OwnResultsTest {

    private static final String INSTITUTION = "/analytics/v1/progress/institution";

    @Test
    void the_page_is_accessible_for_evaluators_and_facilitators_in_light_dark_and_print(Page page) {
        for (String who : List.of("evaluator", "facilitator")) {
            Demonstrated.Person person = TheStack.demonstrated().users().get(who);
            String token = TheStack.running().token(person.username(), java.util.Optional.of(person.institution()));
            page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token));
            page.navigate(TheStack.stack().url(Service.ANALYTICS) + INSTITUTION);

            assertThat(page.title()).isEqualTo("Answers of all workshops");
            assertThat(page.locator("tbody tr").count()).isPositive();
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                Browser.assertAccessible(page);
                Browser.screenshot(page, "progress-" + who + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            Browser.screenshot(page, "progress-" + who + "-print");
        }
    }

    @Test
    void facilitators_see_nothing_that_thresholds_hide_and_evaluators_do() {
        Demonstrated.Person evaluator = TheStack.demonstrated().users().get("evaluator");
        Demonstrated.Person facilitator = TheStack.demonstrated().users().get("facilitator");

        Response all = as(evaluator).get(INSTITUTION);
        Response some = as(facilitator).get(INSTITUTION);

        assertThat(all.jsonPath().getString("results")).isEqualTo("unsuppressed");
        assertThat(some.jsonPath().getString("results")).isEqualTo("thresholds");
        assertThat(some.jsonPath().getLong("instruments[0].responded"))
                .isEqualTo(all.jsonPath().getLong("instruments[0].responded"));
        assertThat(some.jsonPath().getList("instruments[0].scales[0].figures.measure"))
                .isEqualTo(all.jsonPath().getList("instruments[0].scales[0].figures.measure"));
    }

    @Test
    void the_team_takes_the_consented_rows_away_and_nobody_else_does() {
        Demonstrated.Person evaluator = TheStack.demonstrated().users().get("evaluator");
        String extracts = "/analytics/v1/studies/" + TheStack.demonstrated().study() + "/extracts";
        as(TheStack.demonstrated().users().get("facilitator"))
                .contentType("application/json")
                .body(Map.of("format", "csv", "purpose", "curiosity"))
                .post(extracts)
                .then()
                .statusCode(404);

        for (String format : List.of("csv", "parquet")) {
            String address = as(evaluator)
                    .contentType("application/json")
                    .body(Map.of("format", format, "purpose", "to count them"))
                    .post(extracts)
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location");
            Eventually.assertThat(
                    () -> assertThat(as(evaluator).get(address).jsonPath().getString("state"))
                            .isEqualTo("ready"));
            Response content = as(evaluator).get(address + "/content");
            content.then().statusCode(200);
            assertThat(as(evaluator).get(address).jsonPath().getLong("writtenRows"))
                    .isEqualTo(183);
            if (format.equals("csv")) {
                assertThat(content.asString().lines().count()).isEqualTo(184);
            } else {
                assertThat(new String(content.asByteArray(), 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                        .isEqualTo("PAR1");
            }
        }
    }

    private static RequestSpecification as(Demonstrated.Person person) {
        return TheStack.as(person.username(), person.institution(), Service.ANALYTICS)
                .accept("application/json, */*;q=0.1");
    }
}
