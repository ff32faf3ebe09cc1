package org.mentoringcommons.curriculum.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.mentoringcommons.curriculum.Person.WORKSHEETS;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class ComparisonTest {

    private static final String ANSWERS = "select count(*) from comparison_answers";

    private Person mentee;
    private Person mentor;
    private String ofMentee;
    private String ofMentor;

    @BeforeEach
    void twoWhoHaveAnswered() {
        Person.starter();
        mentee = Person.at(Token.LAKESIDE);
        mentor = Person.at(Token.LAKESIDE);
        ofMentee = mentee.sheet("expectations", stage("mentee", Map.of("direction", 6, "method", 2)));
        ofMentor = mentor.sheet("expectations", stage("mentor", Map.of("direction", 1, "plan", 4)));
    }

    @Test
    void answers_lie_side_by_side_once_both_consent_and_not_before() {
        consents(mentee, ofMentee, mentor, "mentee")
                .then()
                .statusCode(200)
                .body("mine", equalTo(true))
                .body("theirs", equalTo(false));
        compared(mentee, ofMentee)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:consent-missing"));
        mentor.api()
                .call()
                .get("/curriculum/v1/comparisons")
                .then()
                .body("with", contains(mentee.name()))
                .body("mine", contains(false))
                .body("theirs", contains(true));
        assertThat(mentor.counts(ANSWERS)).as("what the database shows before").isZero();

        consents(mentor, ofMentor, mentee, "mentor").then().statusCode(200).body("theirs", equalTo(true));

        compared(mentee, ofMentee)
                .then()
                .statusCode(200)
                .body("with", equalTo(mentor.name()))
                .body("rows", hasSize(19))
                .body("rows[0].mine", equalTo(6))
                .body("rows[0].theirs", equalTo(1))
                .body("rows[0].difference", equalTo(5))
                .body("rows[1].mine", equalTo(2))
                .body("rows[1].theirs", equalTo(null))
                .body("rows[1].difference", equalTo(null));
        compared(mentor, ofMentor).then().body("rows[0].mine", equalTo(1)).body("rows[0].theirs", equalTo(6));
        mentor.reads(ofMentee).then().statusCode(404);
        assertThat(mentor.counts(ANSWERS)).isEqualTo(2);
        assertThat(Person.at(Token.LAKESIDE).counts(ANSWERS)).isZero();
    }

    @Test
    void what_is_answered_after_the_consent_is_not_shown() {
        both();

        mentee.saves(ofMentee, 1, stage("mentee", Map.of("direction", 2)));

        compared(mentor, ofMentor).then().body("rows[0].theirs", equalTo(6));
        consents(mentee, ofMentee, mentor, "mentee");
        compared(mentor, ofMentor).then().body("rows[0].theirs", equalTo(2));
    }

    @Test
    void whoever_withdraws_is_seen_no_more_and_sees_no_more() {
        both();

        mentee.api()
                .call()
                .delete(WORKSHEETS + "/" + ofMentee + "/comparison")
                .then()
                .statusCode(204);

        compared(mentor, ofMentor).then().statusCode(409);
        compared(mentee, ofMentee).then().statusCode(404);
        assertThat(mentor.counts(ANSWERS)).isEqualTo(1);
        assertThat(mentee.counts(ANSWERS)).isZero();
        mentee.api()
                .call()
                .delete(WORKSHEETS + "/" + ofMentee + "/comparison")
                .then()
                .statusCode(404);
    }

    @Test
    void a_sheet_that_is_deleted_takes_its_consent_with_it() {
        both();

        mentee.api().call().delete(WORKSHEETS + "/" + ofMentee).then().statusCode(204);

        compared(mentor, ofMentor).then().statusCode(409);
    }

    @Test
    void consent_to_one_person_is_none_to_another() {
        Person other = Person.at(Token.LAKESIDE);
        String ofOther = other.sheet("expectations", stage("mentor", Map.of("direction", 3)));
        consents(mentee, ofMentee, mentor, "mentee");

        consents(other, ofOther, mentee, "mentor");

        compared(other, ofOther).then().statusCode(409);
        compared(mentee, ofMentee).then().statusCode(409);
    }

    @Test
    void only_sheets_made_for_it_are_compared_by_a_stage_they_have() {
        String grid = mentee.sheet("before-we-meet", Map.of());

        consents(mentee, grid, mentor, "mentee")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:sheet-not-comparable"));
        consents(mentee, ofMentee, mentor, "boss").then().statusCode(400).body("violations.field", contains("stage"));
        consents(mentor, ofMentee, mentee, "mentee").then().statusCode(404);
    }

    private void both() {
        consents(mentee, ofMentee, mentor, "mentee").then().statusCode(200);
        consents(mentor, ofMentor, mentee, "mentor").then().statusCode(200);
    }

    private static Map<String, Object> stage(String stage, Map<String, Integer> answers) {
        return Map.of("stages", Map.of(stage, answers));
    }

    private static Response consents(Person person, String sheet, Person with, String stage) {
        return person.api().put(WORKSHEETS + "/" + sheet + "/comparison", Map.of("with", with.name(), "stage", stage));
    }

    private static Response compared(Person person, String sheet) {
        return person.api().call().get(WORKSHEETS + "/" + sheet + "/comparison");
    }
}
