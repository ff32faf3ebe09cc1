package org.mentoringcommons.curriculum.past;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;
import static org.mentoringcommons.curriculum.Api.publishedCurriculum;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Facts;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

/** Records told of 12 people, of whom 11 came, and were wrong. */
@QuarkusTest
class HeadCountTest {

    private static final String PATH = "/curriculum/v1/past-workshops";
    private static final String HEADER =
            "reference,name,curriculum,version,mode,audience,timezone,sessions,enrolled,attended,modules\n";

    private final Api administrator = new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN));
    private String line;
    private String id;

    @BeforeEach
    void imported() {
        line = UUID.randomUUID() + ",Spring 2019," + publishedCurriculum()
                + ",1,in_person,mentee,UTC,2019-03-02T15:00/240,12,11,unknown\n";
        id = take(line).then().statusCode(200).extract().path("workshops[0].workshop");
    }

    @Test
    void corrected_numbers_are_told_and_on_record_and_nothing_else_changes() {
        recount(14, 13)
                .then()
                .statusCode(200)
                .body("enrolled", equalTo(14))
                .body("attended", equalTo(13))
                .body("status", equalTo("delivered"))
                .body("imported", equalTo(true));

        List<Facts.Told> told = Facts.about(id);
        assertThat(told).hasSize(2);
        assertThat(told.get(1).version()).isGreaterThan(told.get(0).version());
        assertThat(told.get(1).data().get("enrolled").asInt()).isEqualTo(14);
        assertThat(told.get(1).data().get("attended").asInt()).isEqualTo(13);
        assertThat(told.get(1).data().get("deliveredAt"))
                .isEqualTo(told.get(0).data().get("deliveredAt"));
        assertThat(Person.deeds(Token.LAKESIDE, id)).singleElement().satisfies(deed -> assertThat(deed)
                .containsEntry("action", "workshop.recounted")
                .containsEntry("detail", "from 11 of 12 to 13 of 14"));
    }

    @Test
    void whoever_sends_the_corrected_file_is_led_here() {
        take(line.replace(",12,11,", ",14,13,"))
                .then()
                .statusCode(400)
                .body(
                        "violations[0].message",
                        containsString(PATH.replace("/curriculum/v1", "") + "/" + id + "/people"));
    }

    @Test
    void the_same_numbers_again_are_no_correction() {
        recount(14, 13).then().statusCode(200);
        String tag = administrator.call().get(WORKSHOPS + "/" + id).header("ETag");

        recount(14, 13).then().statusCode(200).header("ETag", equalTo(tag));

        assertThat(Facts.about(id)).hasSize(2);
    }

    @Test
    void a_correction_of_what_was_read_is_refused_once_it_has_changed() {
        String tag = administrator.call().get(WORKSHOPS + "/" + id).header("ETag");
        String next = matching(tag, 14).then().statusCode(200).extract().header("ETag");

        matching(tag, 15)
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:mentoring-commons:problem:changed-since-read"));
        administrator.call().get(WORKSHOPS + "/" + id).then().body("enrolled", equalTo(14));
        matching(next, 15).then().statusCode(200).body("enrolled", equalTo(15));
    }

    @ParameterizedTest
    @CsvSource({"10001, 11, enrolled", "12, -1, attended", "12, , attended", ", 11, enrolled", "11, 12, attended"})
    void numbers_that_cannot_have_been_are_refused_by_name(Integer enrolled, Integer attended, String field) {
        Response refused = recount(enrolled, attended);

        refused.then().statusCode(400);
        assertThat(refused.<String>path("violations[0].field")).endsWith(field);
        assertThat(Facts.about(id)).hasSize(1);
    }

    @Test
    void as_many_as_an_import_takes_and_none_at_all_are_numbers() {
        recount(10_000, 10_000).then().statusCode(200);
        recount(0, 0).then().statusCode(200).body("enrolled", equalTo(0));
    }

    @Test
    void people_on_a_roster_are_counted_there() {
        recount(1, 0).then().statusCode(200);
        administrator.roster(id, "name,email\nAna,ana@example.org").then().statusCode(200);

        recount(2, 2)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:past-workshop-has-roster"));

        administrator.roster(id, "name,email\n").then().statusCode(200);
        recount(2, 2).then().statusCode(200);
    }

    @Test
    void a_workshop_of_today_and_one_of_others_are_none_of_this_past() {
        String today = administrator.plannedInThePast();
        administrator
                .put(PATH + "/" + today + "/people", Map.of("enrolled", 2, "attended", 1))
                .then()
                .statusCode(404);
        new Api(Token.member(Token.HILLTOP, Roles.INSTITUTION_ADMIN))
                .put(PATH + "/" + id + "/people", Map.of("enrolled", 2, "attended", 1))
                .then()
                .statusCode(404);
        Api.facilitatorOf(Token.LAKESIDE)
                .put(PATH + "/" + id + "/people", Map.of("enrolled", 2, "attended", 1))
                .then()
                .statusCode(403);

        assertThat(Facts.about(id)).hasSize(1);
    }

    private Response recount(Integer enrolled, Integer attended) {
        Map<String, Integer> counted = new HashMap<>();
        counted.put("enrolled", enrolled);
        counted.put("attended", attended);
        return administrator.put(PATH + "/" + id + "/people", counted);
    }

    private Response matching(String tag, int enrolled) {
        return administrator
                .call()
                .header("If-Match", tag)
                .body(Map.of("enrolled", enrolled, "attended", 13))
                .put(PATH + "/" + id + "/people");
    }

    private Response take(String lines) {
        return given().auth()
                .oauth2(administrator.token())
                .contentType("text/csv")
                .body(HEADER + lines)
                .post(PATH);
    }
}
