package org.mentoringcommons.deploy.acceptance;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** Whatever is wrong is named, and nothing is lost or half-done. */
@ExtendWith(TheStack.class)
class BadInputTest {

    private static final int PEOPLE = 3;
    private static String institution;
    private static List<String> tokens;

    @BeforeAll
    static void a_workshop_outside_the_study_has_an_open_wave() {
        institution = TheStack.institutions().get(2);
        String workshop = Workshops.deliver(institution, "entering-mentoring", "mentor", PEOPLE);
        tokens = Workshops.tokens(institution, workshop, PEOPLE);
    }

    @Test
    void an_answer_outside_one_to_seven_names_its_item() {
        Answer.to(tokens.get(0))
                .pair("communication_1", 4, 8)
                .send()
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(containsString("communication_1")));
    }

    @Test
    void half_a_pair_names_its_item() {
        Answer.to(tokens.get(0))
                .pair("communication_2", 4, null)
                .send()
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(containsString("communication_2")));
    }

    @Test
    void all_wrong_answers_are_named_at_once() {
        Answer.to(tokens.get(0))
                .pair("communication_1", 0, 5)
                .value("no_such_item", 3)
                .value("valuable", "Perhaps")
                .send()
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        hasItems(
                                containsString("communication_1"),
                                containsString("no_such_item"),
                                containsString("valuable")));
    }

    @Test
    void a_repeated_submission_is_answered_alike_and_another_sitting_is_refused() {
        Answer first = Answer.to(tokens.get(1)).improved();
        Answer second = Answer.to(tokens.get(1)).improved();
        long before = Database.count(Service.SURVEY, "select count(*) from response");

        first.send().then().statusCode(201);
        first.send().then().statusCode(200);
        second.send().then().statusCode(409).body("type", endsWith("already-answered"));

        org.assertj.core.api.Assertions.assertThat(Database.count(Service.SURVEY, "select count(*) from response"))
                .isEqualTo(before + 1);
    }

    @Test
    void a_guessed_link_is_not_found() {
        String guessed = tokens.get(2).substring(0, tokens.get(2).length() - 4) + "AAAA";

        io.restassured.RestAssured.given()
                .baseUri(TheStack.stack().url(Service.SURVEY).toString())
                .get("/survey/v1/forms/" + guessed)
                .then()
                .statusCode(404)
                .body("type", endsWith("invitation-not-found"));
    }

    @Test
    void every_malformed_line_of_a_roster_is_named_and_nothing_is_imported() {
        String workshop = TheStack.as("facilitator." + institution, institution, Service.CURRICULUM)
                .get("/curriculum/v1/workshops")
                .path("[0].id");
        long before = Database.count(Service.CURRICULUM, "select count(*) from participant");

        TheStack.as("facilitator." + institution, institution, Service.CURRICULUM)
                .contentType("text/csv; charset=UTF-8")
                .body("name,email\nGood Person,good@one.example\n,missing@name.example\nBad Address,not-an-address\n")
                .put("/curriculum/v1/workshops/" + workshop + "/roster")
                .then()
                .statusCode(400)
                .body("violations.field", hasItems(containsString("line 3"), containsString("line 4")));

        org.assertj.core.api.Assertions.assertThat(
                        Database.count(Service.CURRICULUM, "select count(*) from participant"))
                .isEqualTo(before);
    }

    @Test
    void an_unknown_institution_is_not_found() {
        TheStack.asOperator(Service.IDENTITY)
                .get("/identity/v1/institutions/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void a_request_without_a_token_is_told_to_sign_in() {
        io.restassured.RestAssured.given()
                .baseUri(TheStack.stack().url(Service.CURRICULUM).toString())
                .get("/curriculum/v1/workshops")
                .then()
                .statusCode(401);
    }
}
