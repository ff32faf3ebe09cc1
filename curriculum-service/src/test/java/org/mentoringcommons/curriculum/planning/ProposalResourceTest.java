package org.mentoringcommons.curriculum.planning;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.curriculum.Api.CURRICULA;
import static org.mentoringcommons.curriculum.Api.publishedCurriculum;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class ProposalResourceTest {

    @Test
    void an_agenda_is_proposed_for_a_usual_budget_or_for_sessions_of_ones_own() {
        String curriculum = publishedCurriculum();

        agenda(curriculum, "?audience=mentee&budget=half_day")
                .then()
                .statusCode(200)
                .body("minutes", equalTo(240))
                .body("sessions[0].modules.key", contains("communication", "expectations"))
                .body("sessions[0].spare", equalTo(120))
                .body("warnings", empty());
        agenda(curriculum, "?audience=mentor&minutes=60&minutes=90")
                .then()
                .statusCode(200)
                .body("sessions.minutes", contains(60, 90))
                .body("sessions[1].modules.key", contains("expectations"))
                .body("warnings.kind", contains("below_four_hours", "audience_mismatch"));
    }

    @ParameterizedTest
    @CsvSource({
        "?budget=day, audience",
        "?audience=everybody&budget=day, audience",
        "?audience=mentee, minutes",
        "?audience=mentee&budget=day&minutes=60, minutes",
        "?audience=mentee&budget=week, budget"
    })
    void what_cannot_be_proposed_for_is_refused_by_field(String query, String field) {
        agenda(publishedCurriculum(), query).then().statusCode(400).body("violations.field", contains(field));
    }

    @Test
    void minutes_that_no_session_has_and_drafts_are_refused() {
        agenda(publishedCurriculum(), "?audience=mentee&minutes=0").then().statusCode(400);
        String drafted = "curriculum-" + UUID.randomUUID();
        Api.drafted(drafted);
        agenda(drafted, "?audience=mentee&budget=day")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:mentoring-commons:problem:curriculum-version-not-found"));
    }

    private static Response agenda(String curriculum, String query) {
        return Api.facilitatorOf(Token.LAKESIDE)
                .call()
                .get(CURRICULA + "/" + curriculum + "/versions/1/agenda" + query);
    }
}
