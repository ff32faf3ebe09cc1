package org.mentoringcommons.curriculum.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.mentoringcommons.curriculum.Person.WORKSHEETS;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class SharingTest {

    private static final String SHOWN = "/curriculum/v1/shared-worksheets";

    private Person owner;
    private Person mentor;
    private Person third;
    private String sheet;

    @BeforeEach
    void aSheetOfTwoVersions() {
        Person.starter();
        owner = Person.at(Token.LAKESIDE);
        mentor = Person.at(Token.LAKESIDE);
        third = Person.at(Token.LAKESIDE);
        sheet = owner.sheet("before-we-meet", Map.of("questions", Map.of("next", "at first")));
        owner.saves(sheet, 1, Map.of("questions", Map.of("next", "on reflection")));
    }

    @Test
    void it_is_shown_to_whom_the_owner_names_as_it_is_now_and_to_nobody_else() {
        owner.shows(sheet, mentor).then().statusCode(201).body("with", equalTo(mentor.name()));

        mentor.reads(sheet)
                .then()
                .statusCode(200)
                .body("owner", equalTo(owner.name()))
                .body("answers.questions.next", equalTo("on reflection"));
        mentor.api().call().get(SHOWN).then().body("id", contains(sheet)).body("owner", contains(owner.name()));
        mentor.api().call().get(WORKSHEETS).then().body("", hasSize(0));
        for (String what : List.of("/versions", "/versions/1", "/versions/2", "/export", "/shares")) {
            mentor.api().call().get(WORKSHEETS + "/" + sheet + what).then().statusCode(404);
        }
        mentor.saves(sheet, 2, Map.of()).then().statusCode(404);
        mentor.shows(sheet, third).then().statusCode(404);
        mentor.api().call().delete(WORKSHEETS + "/" + sheet).then().statusCode(404);
        third.reads(sheet).then().statusCode(404);
        assertThat(mentor.counts("select count(*) from filled_answers where sheet = '" + sheet + "'"))
                .as("versions that the database shows to whom it is shown")
                .isEqualTo(1);
        assertThat(third.counts("select count(*) from sheet_share where sheet = '" + sheet + "'"))
                .isZero();
    }

    @Test
    void what_is_saved_later_is_shown_too_until_it_is_revoked() {
        String share = owner.shows(sheet, mentor).path("id");
        owner.saves(sheet, 2, Map.of("questions", Map.of("next", "finally")));
        mentor.reads(sheet).then().body("answers.questions.next", equalTo("finally"));

        owner.api()
                .call()
                .delete(WORKSHEETS + "/" + sheet + "/shares/" + share)
                .then()
                .statusCode(204);

        mentor.reads(sheet).then().statusCode(404);
        mentor.api().call().get(SHOWN).then().body("", hasSize(0));
        owner.api()
                .call()
                .delete(WORKSHEETS + "/" + sheet + "/shares/" + share)
                .then()
                .statusCode(404);
    }

    @Test
    void it_is_shown_no_longer_once_its_time_is_over() {
        String share = owner.shows(sheet, mentor).path("id");

        assertThat(Person.asOwner("update sheet_share set until = now() where id = '" + share + "'"))
                .isEqualTo(1);

        mentor.reads(sheet).then().statusCode(404);
        mentor.api().call().get(SHOWN).then().body("", hasSize(0));
        owner.api().call().get(WORKSHEETS + "/" + sheet + "/shares").then().body("with", contains(mentor.name()));
    }

    @Test
    void to_whom_it_is_shown_comes_page_by_page() {
        List<Person> readers = List.of(mentor, third, Person.at(Token.LAKESIDE));
        for (int at = 0; at < readers.size(); at++) { // the first is the last by its id
            String share = owner.shows(sheet, readers.get(at)).path("id");
            String id = "%d%s".formatted(9 - at, share.substring(1));
            assertThat(Person.asOwner("update sheet_share set id = '" + id + "' where id = '" + share + "'"))
                    .isEqualTo(1);
        }
        String shares = WORKSHEETS + "/" + sheet + "/shares";

        List<String> found = new ArrayList<>();
        Response page = owner.api().call().get(shares + "?limit=1");
        for (String next = page.header("Link"); next != null; next = page.header("Link")) {
            found.add(page.path("[0].with"));
            page = owner.api().call().get(next.substring(next.indexOf(WORKSHEETS), next.indexOf('>')));
        }
        found.add(page.path("[0].with"));

        assertThat(found)
                .containsExactly(
                        readers.get(2).name(),
                        readers.get(1).name(),
                        readers.get(0).name());
        owner.api().call().get(shares + "?limit=0").then().statusCode(400);
    }

    @Test
    void nobody_unknown_of_another_institution_or_oneself_can_be_named() {
        Person elsewhere = Person.at(Token.HILLTOP);
        for (String name : List.of("Prof. Quokka", elsewhere.name())) {
            owner.api()
                    .post(WORKSHEETS + "/" + sheet + "/shares", Map.of("with", name))
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("urn:mentoring-commons:problem:person-not-found"))
                    .body(not(containsString(name)));
        }
        owner.shows(sheet, owner).then().statusCode(400).body("violations.field", contains("with"));
        owner.api()
                .post(
                        WORKSHEETS + "/" + sheet + "/shares",
                        Map.of("with", mentor.name(), "until", "2199-01-01T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("until"));
    }

    @Test
    void what_is_shown_is_listed_page_by_page_without_what_it_asks_and_says() {
        String another = owner.sheet("before-we-meet", Map.of("questions", Map.of("next", "at first")));
        owner.shows(sheet, mentor).then().statusCode(201);
        owner.shows(another, mentor).then().statusCode(201);
        List<String> inOrder = Stream.of(sheet, another).sorted().toList();

        Response first = mentor.api().call().get(SHOWN + "?limit=1");
        first.then()
                .body("id", contains(inOrder.get(0)))
                .body("[0].title", equalTo(mentor.reads(sheet).path("definition.title")))
                .body("[0].kind", equalTo("checklist"))
                .body("[0].confidential", equalTo(false))
                .body("[0].savedAt", notNullValue())
                .body("[0].answers", nullValue())
                .body("[0].definition", nullValue());
        String next = first.header("Link");
        mentor.api()
                .call()
                .get(next.substring(next.indexOf(SHOWN), next.indexOf('>')))
                .then()
                .header("Link", nullValue())
                .body("id", contains(inOrder.get(1)));
        mentor.api().call().get(SHOWN + "?limit=0").then().statusCode(400);
    }

    @Test
    void what_is_deleted_is_shown_to_nobody() {
        owner.shows(sheet, mentor);

        owner.api().call().delete(WORKSHEETS + "/" + sheet).then().statusCode(204);

        mentor.reads(sheet).then().statusCode(404);
        assertThat(Person.asOwner("delete from sheet_share where sheet = '" + sheet + "'"))
                .isZero();
    }

    @Test
    void the_database_lets_nobody_show_what_is_not_theirs() {
        String forged = "with forged as (insert into sheet_share (sheet, id, owner, reader, until) values ('" + sheet
                + "', gen_random_uuid(), '%s', '" + third.name()
                + "', now() + interval '1 day') returning 1) select count(*) from forged";

        for (String claimed : List.of(owner.name(), third.name(), mentor.name())) {
            assertThat(refused(mentor, forged.formatted(claimed)))
                    .as("claiming to be " + claimed)
                    .isTrue();
        }
    }

    private static boolean refused(Person person, String sql) {
        try {
            person.counts(sql);
            return false;
        } catch (IllegalStateException refused) {
            return refused.getCause().getMessage().contains("row-level security")
                    || refused.getCause().getMessage().contains("foreign key");
        }
    }
}
