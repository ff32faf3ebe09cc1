package org.mentoringcommons.curriculum.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.mentoringcommons.curriculum.Person.AGREEMENTS;
import static org.mentoringcommons.curriculum.Person.WORKSHEETS;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Facts;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class AgreementTest {

    @Test
    void it_is_in_force_once_both_have_signed_each_with_their_own_token() {
        Two two = Two.proposed();
        two.reads(two.mentor())
                .then()
                .body("status", equalTo("proposed"))
                .body("with", equalTo(two.mentee().name()))
                .body("proposedByMe", equalTo(false))
                .body("rounds[0].contactsAYear", equalTo(4))
                .body("rounds[0].answers.clauses.aims", equalTo("As Prof. Quokka said"));

        two.signs(two.mentor(), 1).then().statusCode(200).body("status", equalTo("proposed"));
        two.signs(two.mentor(), 1).then().statusCode(200).body("rounds[0].signatures", hasSize(1));
        two.signs(two.mentee(), 1).then().statusCode(200).body("status", equalTo("in_force"));

        two.reads(two.mentor())
                .then()
                .body("inForce", equalTo(1))
                .body(
                        "rounds[0].signatures.by",
                        contains(two.mentor().name(), two.mentee().name()));
        two.mentor()
                .api()
                .call()
                .get(two.at() + "/page")
                .then()
                .body(containsString("Signed by " + two.mentee().name()), containsString("Prof. Quokka"));
    }

    @Test
    void what_is_signed_is_frozen_and_a_change_needs_both_anew() {
        Two two = Two.inForce();
        two.mentee().saves(two.sheet(), 1, Two.clauses("Otherwise")).then().statusCode(200);
        two.reads(two.mentor()).then().body("rounds[0].answers.clauses.aims", equalTo("As Prof. Quokka said"));

        two.changes(2).then().statusCode(200).body("status", equalTo("change_proposed"));
        two.signs(two.mentee(), 1).then().statusCode(409).body("violations.field", contains("round"));
        two.signs(two.mentee(), 2)
                .then()
                .body("status", equalTo("change_proposed"))
                .body("inForce", equalTo(1));
        two.signs(two.mentor(), 2).then().body("status", equalTo("in_force")).body("inForce", equalTo(2));

        two.reads(two.mentor())
                .then()
                .body("rounds.answers.clauses.aims", contains("As Prof. Quokka said", "Otherwise"))
                .body("rounds[0].signatures", hasSize(2));
        for (String frozen : List.of("agreement_round set review_on", "agreement_signature set signed_at")) {
            assertThat(two.mentee()
                            .isRefused("with changed as (update " + frozen
                                    + " = now() returning 1) select count(*) from changed"))
                    .as(frozen)
                    .isTrue();
        }
    }

    @Test
    void nobody_but_the_two_finds_it_nor_signs_it() {
        Two two = Two.inForce();
        Person stranger = Person.with(
                Token.LAKESIDE, Roles.PARTICIPANT, Roles.INSTITUTION_ADMIN, Roles.FACILITATOR, Roles.PORTAL);

        two.reads(stranger).then().statusCode(404);
        two.signs(stranger, 1).then().statusCode(404);
        stranger.api().post(two.at() + "/end", "").then().statusCode(404);
        stranger.api().call().delete(two.at()).then().statusCode(404);
        stranger.api().call().put(two.at() + "/reminder").then().statusCode(404);
        stranger.api().call().get(AGREEMENTS).then().body("", hasSize(0));
        new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN))
                .call()
                .get(two.at())
                .then()
                .statusCode(403);
        for (String table : List.of("agreement_round", "agreement_signature", "agreement_mark")) {
            String query = "select count(*) from " + table + " where agreement = '" + two.agreement() + "'";
            assertThat(stranger.counts(query)).as(table).isZero();
            assertThat(Person.counts(Token.LAKESIDE.id(), "", query)).as(table).isZero();
        }
        assertThat(two.mentor()
                        .counts("select count(*) from agreement_round where agreement = '" + two.agreement() + "'"))
                .isEqualTo(1);
        assertThat(stranger.isRefused("with forged as (insert into agreement_signature (agreement, round) values ('"
                        + two.agreement() + "', 1) returning 1) select count(*) from forged"))
                .as("a signature beside theirs")
                .isTrue();
        assertThat(two.mentor()
                        .isRefused("with forged as (insert into agreement_signature (agreement, round, owner) values ('"
                                + two.agreement() + "', 1, '" + two.mentee().name()
                                + "') on conflict do nothing returning 1) select count(*) from forged"))
                .as("a signature in the other's name")
                .isTrue();
        assertThat(Facts.about(two.agreement())).isEmpty();
    }

    @Test
    void either_ends_it_without_a_reason_and_it_is_gone_once_both_have_left() {
        Two two = Two.inForce();
        two.mentee().api().call().delete(two.at()).then().statusCode(409);

        two.mentor().api().post(two.at() + "/end", "").then().statusCode(200).body("status", equalTo("ended"));

        two.reads(two.mentee()).then().body("status", equalTo("ended"));
        two.signs(two.mentee(), 1).then().statusCode(409);
        two.changes(1).then().statusCode(409);
        two.mentee().api().post(two.at() + "/end", "").then().statusCode(409);
        two.mentee().api().call().delete(two.at()).then().statusCode(204);
        two.reads(two.mentee()).then().statusCode(404);
        two.reads(two.mentor()).then().statusCode(200);
        two.mentor().api().call().delete(two.at()).then().statusCode(204);
        assertThat(Person.asOwner("delete from agreement where id = '" + two.agreement() + "'"))
                .isZero();
    }

    @Test
    void what_was_proposed_can_be_taken_back_or_declined_and_outlives_its_sheet() {
        Two declined = Two.proposed();
        declined.mentor().api().call().delete(declined.at()).then().statusCode(204);
        declined.reads(declined.mentor()).then().statusCode(404);
        declined.reads(declined.mentee()).then().statusCode(200).body("status", equalTo("ended"));

        declined.mentee().api().call().delete(declined.at()).then().statusCode(204);

        assertThat(Person.asOwner("delete from agreement where id = '" + declined.agreement() + "'"))
                .isZero();
        Two two = Two.inForce();
        two.mentee().api().call().delete(WORKSHEETS + "/" + two.sheet()).then().statusCode(204);
        two.reads(two.mentor()).then().statusCode(200);
    }

    @Test
    void what_cannot_be_signed_is_named() {
        Two two = Two.proposed();
        String half = two.mentee().sheet("mentoring-agreement", Map.of("clauses", Map.of("aims", "Much")));
        proposes(two, Map.of("sheet", half, "version", 1))
                .then()
                .statusCode(400)
                .body("violations.field", hasSize(6))
                .body("violations.field", hasItem("answers.clauses.trust"));
        proposes(two, Map.of("sheet", two.sheet(), "version", 9)).then().statusCode(404);
        proposes(two, Map.of("sheet", two.sheet(), "version", 1, "reviewOn", "2001-01-01"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("reviewOn"));
        proposes(two, Map.of("sheet", two.sheet(), "version", 1, "contactsAYear", 53))
                .then()
                .statusCode(400)
                .body("violations.field", contains("contactsAYear"));
        String checklist = two.mentee().sheet("before-we-meet", Map.of());
        proposes(two, Map.of("sheet", checklist, "version", 1)).then().statusCode(400);
        two.changes(1).then().statusCode(200);
        two.mentor()
                .api()
                .put(two.at() + "/proposal", Map.of("sheet", two.sheet(), "version", 1))
                .then()
                .statusCode(404);
    }

    @Test
    void that_it_was_signed_and_ended_is_on_record_and_nothing_of_what_it_says() {
        Two two = Two.inForce();
        two.mentor().api().post(two.at() + "/end", "");

        assertThat(Person.deeds(Token.LAKESIDE, two.agreement()))
                .allSatisfy(deed -> assertThat(deed.toString()).doesNotContain("Quokka"))
                .extracting(deed -> deed.get("action"))
                .containsExactlyInAnyOrder("agreement.signed", "agreement.signed", "agreement.ended");
    }

    private static io.restassured.response.Response proposes(Two two, Map<String, Object> what) {
        Map<String, Object> body = new java.util.HashMap<>(what);
        body.put("with", two.mentor().name());
        return two.mentee().api().post(AGREEMENTS, body);
    }
}
