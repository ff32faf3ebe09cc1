package org.mentoringcommons.curriculum.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.mentoringcommons.curriculum.Person.AGREEMENTS;
import static org.mentoringcommons.curriculum.Person.WORKSHEETS;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

/** What is left to those with whom somebody worked whose account is deleted: this service is told nothing of it. */
@QuarkusTest
class DepartedTest {

    private static final Map<String, Object> ANSWERS = Map.of("questions", Map.of("next", "the mentee's own words"));

    private Two two;
    private Person departed;
    private Person counterpart;
    private String shown;
    private String unseen;
    private String share;

    @BeforeEach
    void theMenteeHasShownASheetAndSignedAndIsNotThereAnyMore() {
        two = Two.inForce();
        departed = two.mentee();
        counterpart = two.mentor();
        shown = departed.sheet("before-we-meet", ANSWERS);
        unseen = departed.sheet("before-we-meet", ANSWERS);
        share = departed.shows(shown, counterpart)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void the_counterpart_reads_what_was_signed_and_can_end_it_alone_and_have_it_no_more() {
        two.reads(counterpart).then().body("status", equalTo("in_force"));
        counterpart.api().call().get(two.at() + "/page").then().statusCode(200);

        counterpart.api().post(two.at() + "/end", "").then().statusCode(200).body("status", equalTo("ended"));
        counterpart.api().call().delete(two.at()).then().statusCode(204);

        two.reads(counterpart).then().statusCode(404);
        counterpart.api().call().get(AGREEMENTS).then().body("", hasSize(0));
    }

    @Test
    void nobody_else_signs_for_the_departed_and_nothing_new_comes_into_force() {
        counterpart
                .api()
                .put(two.at() + "/proposal", Map.of("sheet", unseen, "version", 1))
                .then()
                .statusCode(404);
        Person another = Person.at(Token.LAKESIDE);
        two.signs(another, 1).then().statusCode(404);

        two.reads(counterpart).then().body("status", equalTo("in_force"));
    }

    @Test
    void what_was_shown_is_read_until_its_time_is_over_and_nothing_else_ever() {
        counterpart.reads(shown).then().statusCode(200).body("owner", equalTo(departed.name()));
        counterpart.reads(unseen).then().statusCode(404);
        new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN))
                .call()
                .get(WORKSHEETS + "/" + shown)
                .then()
                .statusCode(403);

        Person.asOwner("update sheet_share set until = now() where id = '" + share + "'");

        counterpart.reads(shown).then().statusCode(404);
        assertThat(departed.counts("select count(*) from filled_sheet where id in ('" + shown + "', '" + unseen + "')"))
                .as("they lie unread until the institution's data are over")
                .isEqualTo(2);
    }

    @Test
    void whoever_is_given_the_account_s_name_is_somebody_else() {
        Person namesake = Person.at(Token.LAKESIDE);
        Person.asOwner("update known_person set username = '" + departed.name()
                + "', seen_at = now() + interval '1 minute' where subject = '" + namesake.name() + "'");
        String sheet = counterpart.sheet("before-we-meet", ANSWERS);

        counterpart.shows(sheet, departed).then().statusCode(201);

        namesake.reads(sheet).then().statusCode(200);
        assertThat(departed.counts("select count(*) from sheet_share where sheet = '" + sheet + "'"))
                .as("shown to the one who has the name now")
                .isZero();
        namesake.reads(shown).then().statusCode(404);
        two.reads(namesake).then().statusCode(404);
        namesake.api().call().get("/curriculum/v1/shared-worksheets").then().body("id", contains(sheet));
    }
}
