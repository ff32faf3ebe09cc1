package org.mentoringcommons.curriculum.past;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;
import static org.mentoringcommons.curriculum.Api.publishedCurriculum;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Facts;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

/** Workshops of the past are found by what records call them, and removed as long as nothing was added to them. */
@QuarkusTest
class PastWorkshopRemovalTest {

    private static final String PATH = "/curriculum/v1/past-workshops";
    private static final String HEADER =
            "reference,name,curriculum,version,mode,audience,timezone,sessions,enrolled,attended,modules\n";

    private final Api administrator = new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN));
    private final Api evaluator = new Api(Token.member(Token.LAKESIDE, Roles.EVALUATOR));
    private final String run = UUID.randomUUID().toString();
    private String curriculum;

    @BeforeEach
    void publish() {
        curriculum = publishedCurriculum();
    }

    @Test
    void evaluators_find_them_by_reference_page_by_page() {
        String first = imported("a");
        String second = imported("b");

        JsonPath one = page(run);
        assertThat(one.getString("[0].workshop")).isEqualTo(first);
        one = page(one.getString("[0].reference"));
        assertThat(one.getString("[0].workshop")).isEqualTo(second);
        assertThat(one.getString("[0].reference")).isEqualTo(run + "-b");
        assertThat(one.getString("[0].curriculum")).isEqualTo(curriculum);
        assertThat(one.getString("[0].over")).isEqualTo("2019-03-02T19:00:00Z");
    }

    @Test
    void one_to_which_nothing_was_added_goes_and_everybody_is_told() {
        String id = imported("a");

        administrator.call().delete(PATH + "/" + id).then().statusCode(204);

        List<Facts.Told> told = Facts.about(id);
        assertThat(told.get(told.size() - 1).data()).as("the last word").isNull();
        administrator.call().get(WORKSHOPS + "/" + id).then().statusCode(404);
        administrator.call().delete(PATH + "/" + id).then().statusCode(404);
        assertThat(imported("a"))
                .as("the same reference again is another workshop")
                .isNotEqualTo(id);
    }

    @Test
    void one_with_people_stays_and_one_of_today_is_none_of_the_past() {
        String id = imported("a");
        StringBuilder roster = new StringBuilder("name,email\n");
        for (int person = 1; person <= 12; person++) {
            roster.append("Ann Example,ann").append(person).append("@example.org\n");
        }
        administrator.roster(id, roster.toString()).then().statusCode(200);

        administrator
                .call()
                .delete(PATH + "/" + id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:past-workshop-in-use"));
        administrator.call().get(WORKSHOPS + "/" + id).then().statusCode(200);
        administrator.call().delete(PATH + "/" + UUID.randomUUID()).then().statusCode(404);
        evaluator.call().delete(PATH + "/" + id).then().statusCode(403);
    }

    @Test
    void another_institution_neither_sees_nor_removes_them() {
        String id = imported("a");
        Api other = new Api(Token.member(Token.HILLTOP, Roles.INSTITUTION_ADMIN));

        other.call().delete(PATH + "/" + id).then().statusCode(404);

        assertThat(other.call().get(PATH + "?limit=500").asString()).doesNotContain(run);
        administrator.call().get(WORKSHOPS + "/" + id).then().statusCode(200);
    }

    private JsonPath page(String after) {
        return JsonPath.from(
                evaluator.call().get(PATH + "?limit=1&after=" + after).asString());
    }

    private String imported(String reference) {
        Response report = given().auth()
                .oauth2(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN))
                .contentType("text/csv")
                .body(HEADER + run + "-" + reference + ",Spring 2019," + curriculum
                        + ",1,in_person,mentee,UTC,2019-03-02T15:00/240,12,11,unknown\n")
                .post(PATH);
        return report.then().statusCode(200).extract().path("workshops[0].workshop");
    }
}
