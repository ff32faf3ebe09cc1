package org.mentoringcommons.curriculum.facilitator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Facts;
import org.mentoringcommons.curriculum.institution.KnownInstitutions;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class FacilitatorResourceTest {

    private static final String FACILITATORS = "/curriculum/v1/facilitators";
    private static final Tenant ELSEWHERE = new Tenant("44444444-4444-4444-8444-444444444444");

    @Inject
    KnownInstitutions institutions;

    private final Api administrator = new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN));
    private final String email = "ada." + UUID.randomUUID() + "@example.org";
    private String ada;

    @BeforeEach
    void known() {
        ada = administrator
                .post(FACILITATORS, ada(Map.of()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void what_somebody_delivered_and_where_they_were_a_participant_is_found() {
        String taught = administrator.plannedInThePast();
        assign(taught, ada).then().statusCode(200).body("name", contains("Ada"));
        show().then().body("delivered", empty());
        administrator.post(WORKSHOPS + "/" + taught + "/deliver", "");
        String attended = administrator.plannedInThePast();
        List<String> people = administrator
                .roster(attended, "name,email\nAda," + email.toUpperCase(java.util.Locale.ROOT) + "\nBo,bo@example.org")
                .path("participants.id");
        administrator.attend(attended, 1, people);
        administrator.post(WORKSHOPS + "/" + attended + "/deliver", "");

        show().then()
                .statusCode(200)
                .body("trainings.trainedBy", contains("National network"))
                .body("trainings.trainedOn", contains("2025-06-02"))
                .body("delivered.workshop", contains(taught))
                .body("attended.workshop", contains(attended));
        assertThat(Facts.about(taught))
                .allSatisfy(fact -> assertThat(fact.data().toString())
                        .doesNotContain("Ada") // "ada" can stand in a UUID
                        .doesNotContainIgnoringCase(email)
                        .doesNotContain(ada));
    }

    @Test
    void who_teaches_is_read_by_whoever_asks_them_who_is_told_when_it_changes_and_not_how() {
        String taught = administrator.plannedInThePast();
        List<Facts.Told> before = Facts.about(taught);
        assign(taught, ada).then().statusCode(200);
        new Api(Token.member(Token.LAKESIDE, Roles.ROSTER_READER))
                .call()
                .get(WORKSHOPS + "/" + taught + "/facilitators")
                .then()
                .statusCode(200)
                .body("id", contains(ada))
                .body("email", contains(email));
        new Api(Token.member(Token.HILLTOP, Roles.ROSTER_READER))
                .call()
                .get(WORKSHOPS + "/" + taught + "/facilitators")
                .then()
                .statusCode(404);
        administrator.call().delete(FACILITATORS + "/" + ada).then().statusCode(204);

        List<Facts.Told> after = Facts.about(taught);
        assertThat(after).hasSize(before.size() + 2);
        assertThat(after)
                .extracting(Facts.Told::version)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(after).allSatisfy(fact -> assertThat(fact.data())
                .isEqualTo(before.get(0).data()));
    }

    @Test
    void an_address_is_one_facilitators_and_a_training_is_not_yet_to_come() {
        administrator
                .post(FACILITATORS, ada(Map.of()))
                .then()
                .statusCode(409)
                .body("violations.field", contains("email"));
        Map<String, Object> coming = Map.of("title", "T", "trainedOn", "2999-01-01", "trainedBy", "Us");
        administrator
                .put(FACILITATORS + "/" + ada, ada(Map.of("name", " ", "trainings", List.of(coming))))
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("name", "trainings[0].trainedOn"));
    }

    @Test
    void a_training_was_in_years_that_people_live_in() {
        for (String day : List.of("-99999-01-01", "1899-12-31")) {
            Map<String, Object> training = Map.of("title", "T", "trainedOn", day, "trainedBy", "Us");
            administrator
                    .put(FACILITATORS + "/" + ada, ada(Map.of("trainings", List.of(training))))
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("trainings[0].trainedOn"));
        }
    }

    @Test
    void who_teaches_a_workshop_is_a_facilitator_of_the_institution() {
        String workshop = administrator.plannedInThePast();
        String theirs = new Api(Token.member(Token.HILLTOP, Roles.INSTITUTION_ADMIN))
                .post(FACILITATORS, ada(Map.of()))
                .path("id");

        assign(workshop, ada, theirs)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:facilitator-unknown"))
                .body("violations.field", contains("facilitators[1]"));

        administrator
                .call()
                .get(WORKSHOPS + "/" + workshop + "/facilitators")
                .then()
                .body("$", empty());
    }

    @Test
    void whom_institutions_of_a_hub_offer_its_others_find_and_no_other_hub_does() {
        Api neighbour = new Api(Token.member(Token.HILLTOP, Roles.FACILITATOR));
        assertThat(pool(neighbour)).doesNotContain(email);

        administrator
                .put(FACILITATORS + "/" + ada, ada(Map.of("offered", true)))
                .then()
                .statusCode(200);

        assertThat(pool(neighbour)).contains(email);
        institutions.tell(ELSEWHERE, "active", "another-hub");
        assertThat(pool(new Api(Token.member(ELSEWHERE, Roles.FACILITATOR)))).isEmpty();
    }

    @Test
    void somebody_forgotten_leaves_workshops_as_they_are() {
        String workshop = administrator.plannedInThePast();
        assign(workshop, ada);

        administrator.call().delete(FACILITATORS + "/" + ada).then().statusCode(204);

        show().then().statusCode(404);
        administrator.call().get(WORKSHOPS + "/" + workshop).then().statusCode(200);
    }

    @Test
    void a_neighbour_finds_nobody_and_a_facilitator_changes_nobody() {
        Api neighbour = new Api(Token.member(Token.HILLTOP, Roles.INSTITUTION_ADMIN));
        neighbour.call().get(FACILITATORS + "/" + ada).then().statusCode(404);
        neighbour.call().delete(FACILITATORS + "/" + ada).then().statusCode(404);

        Api.facilitatorOf(Token.LAKESIDE)
                .call()
                .delete(FACILITATORS + "/" + ada)
                .then()
                .statusCode(403);
        show().then().statusCode(200);
    }

    private Map<String, Object> ada(Map<String, Object> otherwise) {
        Map<String, Object> ada = new HashMap<>(Map.of(
                "name",
                "Ada",
                "email",
                email,
                "offered",
                false,
                "trainings",
                List.of(Map.of(
                        "title", "Train the trainer", "trainedOn", "2025-06-02", "trainedBy", "National network"))));
        ada.putAll(otherwise);
        return ada;
    }

    private static List<String> pool(Api caller) {
        return caller.call()
                .get(FACILITATORS + "/pool")
                .then()
                .statusCode(200)
                .extract()
                .path("email");
    }

    private Response assign(String workshop, String... facilitators) {
        return administrator.put(
                WORKSHOPS + "/" + workshop + "/facilitators", Map.of("facilitators", List.of(facilitators)));
    }

    private Response show() {
        return administrator.call().get(FACILITATORS + "/" + ada);
    }
}
