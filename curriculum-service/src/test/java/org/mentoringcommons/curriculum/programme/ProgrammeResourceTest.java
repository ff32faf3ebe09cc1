package org.mentoringcommons.curriculum.programme;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class ProgrammeResourceTest {

    private final Api administrator = new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN));
    private final String programme = "kl2-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whoever_attended_enough_for_their_year_and_those_before_has_fulfilled_it() {
        String ada = "ada." + programme + "@example.org";
        attend(ada); // four hours for mentees
        describe(
                        List.of(requirement(1, "mentee", 240), requirement(3, "mentor", 480)),
                        List.of(
                                member("Ada", ada.toUpperCase(java.util.Locale.ROOT), 1),
                                member("Bo", "bo." + programme + "@example.org", 1)))
                .then()
                .statusCode(200)
                .body("members.name", contains("Ada", "Bo"))
                .body("members.fulfilled", contains(true, false))
                .body("members[0].required.attended", contains(240))
                .body("members[1].required.attended", contains(0));

        describe(List.of(requirement(1, "mentee", 240), requirement(3, "mentor", 480)), List.of(member("Ada", ada, 3)))
                .then()
                .body("members[0].fulfilled", equalTo(false))
                .body("members[0].required.fulfilled", contains(true, false));
    }

    @Test
    void hours_of_a_workshop_that_was_not_delivered_count_for_nothing_yet() {
        String ada = "ada." + programme + "@example.org";
        String workshop = attended(ada);
        List<Map<String, Object>> required = List.of(requirement(1, "mentee", 240));
        describe(required, List.of(member("Ada", ada, 1)))
                .then()
                .body("members[0].required.attended", contains(0))
                .body("members[0].fulfilled", equalTo(false));

        administrator.post(WORKSHOPS + "/" + workshop + "/deliver", "").then().statusCode(200);

        describe(required, List.of(member("Ada", ada, 1))).then().body("members[0].required.attended", contains(240));
        String cancelled = attended(ada);
        administrator.post(WORKSHOPS + "/" + cancelled + "/cancel", "").then().statusCode(200);
        describe(required, List.of(member("Ada", ada, 1))).then().body("members[0].required.attended", contains(240));
    }

    @Test
    void nothing_required_is_fulfilled() {
        describe(List.of(requirement(2, "mentee", 60)), List.of(member("Ada", "ada@example.org", 1)))
                .then()
                .body("members[0].fulfilled", equalTo(true))
                .body("members[0].required", empty());
    }

    @Test
    void what_appears_twice_or_has_no_name_is_refused_by_field() {
        describe(
                        List.of(requirement(1, "mentee", 60), requirement(1, "mentee", 90)),
                        List.of(member("Ada", "ada@example.org", 1), member("A", "ADA@example.org", 2)))
                .then()
                .statusCode(400)
                .body("violations.field", contains("requirements[1]", "members[1].email"));
        administrator
                .put("/curriculum/v1/programmes/KL2!", Map.of("requirements", List.of(), "members", List.of()))
                .then()
                .statusCode(400)
                .body("violations.field", contains("programme"));
    }

    @Test
    void a_neighbour_finds_no_programme() {
        describe(List.of(requirement(1, "mentee", 60)), List.of());

        new Api(Token.member(Token.HILLTOP, Roles.INSTITUTION_ADMIN))
                .call()
                .get("/curriculum/v1/programmes/" + programme)
                .then()
                .statusCode(404);
    }

    private void attend(String email) {
        administrator
                .post(WORKSHOPS + "/" + attended(email) + "/deliver", "")
                .then()
                .statusCode(200);
    }

    /** A workshop for mentees of four hours, in the past, that somebody was in. */
    private String attended(String email) {
        String workshop = administrator.plannedInThePast();
        List<String> people =
                administrator.roster(workshop, "name,email\nAda," + email).path("participants.id");
        administrator.attend(workshop, 1, people);
        administrator.attend(workshop, 2, people);
        return workshop;
    }

    private Response describe(List<Map<String, Object>> requirements, List<Map<String, Object>> members) {
        return administrator.put(
                "/curriculum/v1/programmes/" + programme, Map.of("requirements", requirements, "members", members));
    }

    private static Map<String, Object> requirement(int year, String audience, int minutes) {
        return Map.of("year", year, "audience", audience, "minutes", minutes);
    }

    private static Map<String, Object> member(String name, String email, int year) {
        return Map.of("name", name, "email", email, "year", year);
    }
}
