package org.mentoringcommons.curriculum.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Facts;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class RosterResourceTest {

    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
    private String workshop;

    @BeforeEach
    void plan() {
        workshop = facilitator.plannedInThePast();
    }

    @Test
    void a_roster_is_shown_in_the_order_of_its_file() {
        facilitator
                .roster(workshop, "name,email\nZoe,zoe@example.org\nAna,ana@example.org")
                .then()
                .statusCode(200)
                .body("workshop", equalTo(workshop))
                .body("revision", equalTo(1))
                .body("participants.name", contains("Zoe", "Ana"));

        new Api(Token.member(Token.LAKESIDE, Roles.ROSTER_READER))
                .call()
                .get(WORKSHOPS + "/" + workshop + "/roster")
                .then()
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("participants.email", contains("zoe@example.org", "ana@example.org"));
    }

    @Test
    void the_same_address_keeps_its_id_in_a_newer_roster() {
        List<String> before = ids("name,email\nAna,ana@example.org\nBo,bo@example.org\nCy,cy@example.org");

        List<String> after = ids("name,email\nDi,di@example.org\nBo Li,BO@Example.org\nAna,ana@example.org");

        assertThat(after.get(1)).isEqualTo(before.get(1));
        assertThat(after.get(2)).isEqualTo(before.get(0));
        assertThat(after.get(0)).isNotIn(before);
        facilitator
                .call()
                .get(WORKSHOPS + "/" + workshop + "/roster")
                .then()
                .body("revision", equalTo(2))
                .body("participants.name", contains("Di", "Bo Li", "Ana"))
                .body("participants.email", contains("di@example.org", "BO@Example.org", "ana@example.org"));
    }

    @Test
    void a_roster_with_wrong_lines_changes_nothing_and_names_them_all() {
        ids("name,email\nAna,ana@example.org");
        int told = Facts.about(workshop).size();

        facilitator
                .roster(workshop, "name,email\nBo,bo@example.org\n,x@example.org\nCy,\nDi,di@example.org,")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:mentoring-commons:problem:roster-malformed"))
                .body("violations.field", contains("line 3", "line 4", "line 5"));

        facilitator
                .call()
                .get(WORKSHOPS + "/" + workshop + "/roster")
                .then()
                .body("revision", equalTo(1))
                .body("participants.name", contains("Ana"));
        assertThat(Facts.about(workshop)).hasSize(told);
    }

    @Test
    void who_attended_is_not_dropped_from_the_roster() {
        List<String> people = ids("name,email\nAna,ana@example.org\nBo,bo@example.org");
        facilitator.attend(workshop, 1, people.subList(0, 1));

        facilitator
                .roster(workshop, "name,email\nBo,bo@example.org")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:participant-attended"))
                .body("violations.field", contains("participant " + people.get(0)));
        assertThat(ids("name,email\nAna,ana@example.org")).containsExactly(people.get(0));
    }

    @Test
    void facts_count_people_and_never_name_them() {
        ids("name,email\nAna Unmistakable,ana@unmistakable.example");

        List<Facts.Told> told = Facts.about(workshop);

        Facts.Told last = told.get(told.size() - 1);
        assertThat(last.data().get("enrolled").asInt()).isEqualTo(1);
        assertThat(last.data().get("rosterRevision").asInt()).isEqualTo(1);
        assertThat(told).allSatisfy(fact -> assertThat(fact.data().toString())
                .doesNotContainIgnoringCase("unmistakable")
                .doesNotContain("Spring cohort"));
    }

    @Test
    void another_institution_finds_no_roster() {
        ids("name,email\nAna,ana@example.org");
        Api neighbour = Api.facilitatorOf(Token.HILLTOP);

        neighbour.call().get(WORKSHOPS + "/" + workshop + "/roster").then().statusCode(404);
        neighbour.roster(workshop, "name,email\nEve,eve@example.org").then().statusCode(404);

        assertThat(facilitator
                        .call()
                        .get(WORKSHOPS + "/" + workshop + "/roster")
                        .jsonPath()
                        .<String>getList("participants.name"))
                .containsExactly("Ana");
    }

    @Test
    void an_empty_body_is_a_roster_without_a_header() {
        facilitator.roster(workshop, "").then().statusCode(400).contentType("application/problem+json");
        facilitator.roster(workshop, "name,email").then().statusCode(200).body("participants", empty());
    }

    @Test
    void ten_thousand_people_are_imported_and_replaced() {
        facilitator.roster(workshop, RosterFileTest.people(10_000)).then().statusCode(200);
        facilitator
                .roster(workshop, RosterFileTest.people(10_000).replace("Person 1", "Human 1"))
                .then()
                .statusCode(200);

        facilitator
                .call()
                .get(WORKSHOPS + "/" + workshop + "/roster")
                .then()
                .body("participants", hasSize(10_000))
                .body("participants[0].name", equalTo("Human 1"));
    }

    private List<String> ids(String csv) {
        return facilitator
                .roster(workshop, csv)
                .then()
                .statusCode(200)
                .extract()
                .path("participants.id");
    }
}
