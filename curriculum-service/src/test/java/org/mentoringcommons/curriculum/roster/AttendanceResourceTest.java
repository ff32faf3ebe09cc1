package org.mentoringcommons.curriculum.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;
import static org.mentoringcommons.curriculum.Api.publishedCurriculum;
import static org.mentoringcommons.curriculum.Api.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Facts;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class AttendanceResourceTest {

    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
    private String workshop;
    private List<String> people;

    @BeforeEach
    void plan() {
        workshop = facilitator.plannedInThePast();
        people = enrol(workshop);
    }

    @Test
    void attended_counts_whoever_was_in_at_least_one_session() {
        facilitator.attend(workshop, 1, people.subList(0, 2)).then().statusCode(200);

        facilitator
                .attend(workshop, 2, people.subList(1, 3))
                .then()
                .statusCode(200)
                .body("sessions.attended", contains(2, 2))
                .body("attended", equalTo(3))
                .body("enrolled", equalTo(4));

        assertThat(last().get("attended").asInt()).isEqualTo(3);
        assertThat(last().get("enrolled").asInt()).isEqualTo(4);
    }

    @Test
    void a_corrected_list_replaces_the_one_before() {
        facilitator.attend(workshop, 1, people);

        facilitator
                .attend(workshop, 1, List.of(people.get(3), people.get(1), people.get(3)))
                .then()
                .statusCode(200)
                .body("sessions.attended", contains(2, 0))
                .body("attended", equalTo(2));

        facilitator
                .call()
                .get(attendance(workshop, 1))
                .then()
                .statusCode(200)
                .body("participants", contains(people.get(1), people.get(3)));
    }

    @Test
    void other_people_in_the_same_number_are_a_change_too() {
        facilitator.attend(workshop, 1, people.subList(0, 1));
        facilitator.attend(workshop, 1, people.subList(1, 2));

        assertThat(Facts.about(workshop))
                .extracting(Facts.Told::version)
                .hasSize(4)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void people_who_are_not_enrolled_are_named_and_nothing_is_recorded() {
        String elsewhere = enrol(facilitator.plannedInThePast()).get(0);

        facilitator
                .attend(workshop, 1, List.of(people.get(0), UUID.randomUUID().toString(), elsewhere))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:participant-not-enrolled"))
                .body("violations.field", contains("participants[1]", "participants[2]"));

        facilitator.call().get(WORKSHOPS + "/" + workshop).then().body("attended", equalTo(0));
    }

    @Test
    void whoever_withdrew_without_having_been_there_cannot_have_been() {
        withdraw(people.get(3));

        facilitator
                .attend(workshop, 1, people)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:participant-not-enrolled"))
                .body("violations.field", contains("participants[3]"));
    }

    @Test
    void what_was_attended_before_withdrawing_can_be_corrected_and_is_counted_anew() {
        facilitator.attend(workshop, 1, people);
        withdraw(people.get(0));

        facilitator
                .attend(workshop, 1, people)
                .then()
                .statusCode(200)
                .body("attended", equalTo(4))
                .body("enrolled", equalTo(4))
                .body("rosterRevision", equalTo(2));
        facilitator
                .attend(workshop, 1, people.subList(1, 4))
                .then()
                .statusCode(200)
                .body("attended", equalTo(3))
                .body("enrolled", equalTo(3))
                .body("rosterRevision", equalTo(3));

        assertThat(last().get("enrolled").asInt()).isEqualTo(3);
    }

    @Test
    void malformed_lists_are_refused_by_field() {
        facilitator
                .attend(workshop, 1, List.of(people.get(0), "somebody"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("participants[1]"));
        facilitator
                .put(attendance(workshop, 1), Map.of())
                .then()
                .statusCode(400)
                .body("violations.field", contains("participants"));
    }

    @Test
    void a_session_that_is_not_there_or_has_not_begun_takes_nobody() {
        facilitator.attend(workshop, 3, people).then().statusCode(404);
        facilitator.attend(workshop, 0, people).then().statusCode(404);
        facilitator.call().get(attendance(workshop, 3)).then().statusCode(404);

        String coming = facilitator.planned(
                Api.workshop(publishedCurriculum(), session(Instant.now().plusSeconds(600), 60)));
        facilitator
                .attend(coming, 1, enrol(coming))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:session-not-begun"));
    }

    @Test
    void another_institution_records_nobody() {
        Api neighbour = Api.facilitatorOf(Token.HILLTOP);
        String own = neighbour.plannedInThePast();

        neighbour.attend(workshop, 1, people).then().statusCode(404);
        neighbour.call().get(attendance(workshop, 1)).then().statusCode(404);
        neighbour.attend(own, 1, people).then().statusCode(400);
    }

    private List<String> enrol(String workshop) {
        return facilitator
                .roster(
                        workshop,
                        "name,email\nAna,ana@example.org\nBo,bo@example.org\nCy,cy@example.org\nDi,di@example.org")
                .path("participants.id");
    }

    private void withdraw(String person) {
        facilitator
                .call()
                .delete(WORKSHOPS + "/" + workshop + "/participants/" + person)
                .then()
                .statusCode(204);
    }

    private JsonNode last() {
        List<Facts.Told> told = Facts.about(workshop);
        return told.get(told.size() - 1).data();
    }

    private static String attendance(String workshop, int session) {
        return WORKSHOPS + "/" + workshop + "/sessions/" + session + "/attendance";
    }
}
