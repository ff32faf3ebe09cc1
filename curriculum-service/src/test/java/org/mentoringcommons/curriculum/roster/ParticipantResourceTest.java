package org.mentoringcommons.curriculum.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Facts;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class ParticipantResourceTest {

    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
    private String workshop;
    private List<String> people;

    @BeforeEach
    void enrol() {
        workshop = facilitator.plannedInThePast();
        people = facilitator
                .roster(workshop, "name,email\nAna,ana@example.org\nBo,bo@example.org")
                .path("participants.id");
    }

    @Test
    void one_more_person_stands_at_the_end_of_the_roster_and_is_told_as_a_number() {
        add("Cy", "cy@example.org").then().statusCode(201).body("name", equalTo("Cy"));

        roster().then().body("participants.name", contains("Ana", "Bo", "Cy")).body("revision", equalTo(2));
        assertThat(enrolled()).isEqualTo(3);
    }

    @Test
    void the_same_address_in_any_case_is_on_a_roster_once() {
        add("Ana Again", "ANA@example.org")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:participant-enrolled"))
                .body("violations.field", contains("email"));
        correct(people.get(1), "Bo", "Ana@Example.org").then().statusCode(409);
        assertThat(Facts.about(workshop)).hasSize(2);
    }

    @Test
    void a_corrected_name_and_address_keep_the_id_and_what_was_attended() {
        facilitator.attend(workshop, 1, people);

        correct(people.get(0), "Ana Maria", "ana.maria@example.org").then().statusCode(200);

        roster().then()
                .body("participants.id", contains(people.toArray()))
                .body("participants.email", contains("ana.maria@example.org", "bo@example.org"));
        hours().then().body("people.minutes", contains(120, 120));
    }

    @Test
    void what_is_no_person_is_refused_by_field() {
        facilitator
                .post(WORKSHOPS + "/" + workshop + "/participants", Map.of("name", " ", "email", "nowhere"))
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("name", "email"));
    }

    @Test
    void whoever_withdraws_is_off_the_roster_and_no_later_file_puts_them_back() {
        withdraw(people.get(0)).then().statusCode(204);
        withdraw(people.get(0)).then().statusCode(204);

        roster().then().body("participants.name", contains("Bo")).body("withdrawn", contains(people.get(0)));
        assertThat(enrolled()).isEqualTo(1);
        facilitator
                .roster(workshop, "name,email\nAna,ana@example.org\nBo,bo@example.org")
                .then()
                .statusCode(200)
                .body("participants.name", contains("Bo"));
        assertThat(enrolled()).isEqualTo(1);
    }

    @Test
    void whoever_withdrew_can_enrol_again_and_is_the_same_person() {
        withdraw(people.get(0));

        add("Ana", "ana@example.org").then().statusCode(201).body("id", equalTo(people.get(0)));

        assertThat(enrolled()).isEqualTo(2);
    }

    @Test
    void what_somebody_attended_before_withdrawing_stays() {
        facilitator.attend(workshop, 1, people);

        withdraw(people.get(0));

        assertThat(enrolled()).isEqualTo(2);
        assertThat(last().get("attended").asInt()).isEqualTo(2);
        hours().then()
                .body("people.name", contains("Ana", "Bo"))
                .body("people.withdrawn", contains(true, false))
                .body("people.minutes", contains(120, 120));
        facilitator.roster(workshop, "name,email\nBo,bo@example.org").then().statusCode(200);
        assertThat(enrolled()).isEqualTo(2);
    }

    @Test
    void hours_are_those_of_the_sessions_or_the_part_of_them_that_somebody_was_there() {
        facilitator.attend(workshop, 1, people.subList(0, 1));
        facilitator
                .put(
                        attendance(2),
                        Map.of(
                                "participants",
                                people.subList(1, 2),
                                "partly",
                                List.of(Map.of("participant", people.get(0), "minutes", 45))))
                .then()
                .statusCode(200)
                .body("sessions.attended", contains(1, 2));

        hours().then()
                .statusCode(200)
                .body("minutes", equalTo(240))
                .body("people.name", contains("Ana", "Bo"))
                .body("people.sessions", contains(2, 1))
                .body("people.minutes", contains(165, 120));
        facilitator.call().get(attendance(2)).then().body("partly.minutes", contains(45));
    }

    @Test
    void nobody_was_in_a_session_for_longer_than_it_lasted_or_twice() {
        facilitator
                .put(
                        attendance(1),
                        Map.of(
                                "participants",
                                people.subList(0, 1),
                                "partly",
                                List.of(
                                        Map.of("participant", people.get(1), "minutes", 121),
                                        Map.of("participant", people.get(0), "minutes", 20))))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:attendance-impossible"))
                .body("violations.field", contains("partly[0].minutes", "partly[1].participant"));
        hours().then().body("people.minutes", contains(0, 0));
    }

    @Test
    void a_neighbour_and_a_cancelled_workshop_enrol_nobody() {
        Api neighbour = Api.facilitatorOf(Token.HILLTOP);
        neighbour.call().delete(participant(people.get(0))).then().statusCode(404);
        neighbour
                .post(WORKSHOPS + "/" + workshop + "/participants", Map.of("name", "Eve", "email", "eve@example.org"))
                .then()
                .statusCode(404);
        neighbour.call().get(WORKSHOPS + "/" + workshop + "/hours").then().statusCode(404);
        facilitator.post(WORKSHOPS + "/" + workshop + "/cancel", "");

        add("Cy", "cy@example.org")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:workshop-cancelled"));
    }

    private Response add(String name, String email) {
        return facilitator.post(WORKSHOPS + "/" + workshop + "/participants", Map.of("name", name, "email", email));
    }

    private Response correct(String id, String name, String email) {
        return facilitator.put(participant(id), Map.of("name", name, "email", email));
    }

    @Test
    void of_who_asks_for_it_nothing_is_left_but_a_number() {
        facilitator.attend(workshop, 1, people);
        Api administrator = new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN));
        facilitator.call().delete(identity(people.get(0))).then().statusCode(403);
        new Api(Token.member(Token.HILLTOP, Roles.INSTITUTION_ADMIN))
                .call()
                .delete(identity(people.get(0)))
                .then()
                .statusCode(404);

        administrator.call().delete(identity(people.get(0))).then().statusCode(204);
        administrator.call().delete(identity(people.get(0))).then().statusCode(204);

        withdraw(people.get(1)).then().statusCode(204);
        roster().then()
                .body("participants", empty())
                .body("withdrawn", containsInAnyOrder(people.get(0), people.get(1)))
                .body("erased", contains(people.get(0)));
        add("Bo", "bo@example.org").then().statusCode(201);
        roster().then().body("participants.name", contains("Bo")).body("withdrawn", contains(people.get(0)));
        hours().then().body("people.name", contains("", "Bo")).body("people.minutes", contains(120, 120));
        assertThat(enrolled()).isEqualTo(2);
        assertThat(last().get("attended").asInt()).isEqualTo(2);
        add("Ana", "ana@example.org").then().statusCode(201);
        roster().then().body("participants.id", not(hasItem(people.get(0))));
    }

    @Test
    void that_an_identity_was_deleted_is_on_record_once_and_without_who_it_was() {
        Api administrator = new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN));
        administrator.call().delete(identity(people.get(0)));
        administrator.call().delete(identity(people.get(0)));
        facilitator.post(WORKSHOPS + "/" + workshop + "/cancel", "");
        administrator.call().delete(identity(people.get(1)));

        for (String person : people) {
            assertThat(Person.deeds(Token.LAKESIDE, person)).singleElement().satisfies(deed -> {
                assertThat(deed).containsEntry("action", "participant.identity-deleted");
                assertThat(deed.toString()).doesNotContain("Ana", "Bo", "example.org");
            });
        }
    }

    @Test
    void nobody_gets_a_name_again_who_had_it_deleted() {
        new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN)).call().delete(identity(people.get(0)));

        correct(people.get(0), "Ana", "ana@example.org")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:participant-erased"));

        hours().then().body("people.name", not(hasItem("Ana")));
    }

    private String identity(String id) {
        return participant(id) + "/identity";
    }

    private Response withdraw(String id) {
        return facilitator.call().delete(participant(id));
    }

    private Response roster() {
        return facilitator.call().get(WORKSHOPS + "/" + workshop + "/roster");
    }

    private Response hours() {
        return facilitator.call().get(WORKSHOPS + "/" + workshop + "/hours");
    }

    private String participant(String id) {
        return WORKSHOPS + "/" + workshop + "/participants/" + id;
    }

    private String attendance(int session) {
        return WORKSHOPS + "/" + workshop + "/sessions/" + session + "/attendance";
    }

    private int enrolled() {
        return last().get("enrolled").asInt();
    }

    private com.fasterxml.jackson.databind.JsonNode last() {
        List<Facts.Told> told = Facts.about(workshop);
        return told.get(told.size() - 1).data();
    }
}
