package org.mentoringcommons.curriculum.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.mentoringcommons.curriculum.Person.WORKSHEETS;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Facts;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class PrivateSheetsTest {

    private static final Map<String, Object> NAMES =
            Map.of("cells", Map.of("main", Map.of("who", "Prof. Quokka", "last", "2026-02-01")));

    private Person owner;
    private String sheet;

    @BeforeEach
    void somebodysMapOfMentors() {
        Person.starter();
        owner = Person.at(Token.LAKESIDE);
        sheet = owner.sheet("mentor-map", NAMES);
    }

    @Test
    void its_owner_reads_saves_lists_exports_and_prints_it() {
        owner.saves(sheet, 1, Map.of("cells", Map.of("main", Map.of("who", "Dr. Wombat"))))
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        owner.reads(sheet)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("answers.cells.main.who", equalTo("Dr. Wombat"))
                .body("confidential", equalTo(true))
                .body("definition.kind", equalTo("grid"));
        owner.api().call().get(WORKSHEETS).then().body("id", contains(sheet)).body("[0].answers", equalTo(null));
        String at = WORKSHEETS + "/" + sheet;
        owner.api().call().get(at + "/versions").then().body("version", contains(1, 2));
        owner.api().call().get(at + "/versions/1").then().body("cells.main.who", equalTo("Prof. Quokka"));
        owner.api().call().get(at + "/versions/3").then().statusCode(404);
        owner.api()
                .call()
                .get(at + "/export")
                .then()
                .body("versions.answers.cells.main.who", contains("Prof. Quokka", "Dr. Wombat"));
        owner.api()
                .call()
                .get(at + "/page")
                .then()
                .contentType("text/html;charset=UTF-8")
                .body(
                        containsString("Dr. Wombat"),
                        not(containsString("Prof. Quokka")),
                        containsString("They did not choose to be on it"));
    }

    @Test
    void nobody_else_reads_it_by_the_api_in_any_role() {
        Set<String> others = new HashSet<>(Roles.OF_AN_INSTITUTION);
        others.addAll(Roles.OF_THE_PLATFORM);
        others.remove(Roles.PARTICIPANT);
        for (String role : others) {
            Api somebody = new Api(Token.of("somebody")
                    .at(Token.LAKESIDE, role)
                    .onThePlatform(role)
                    .sign());
            somebody.call().get(WORKSHEETS + "/" + sheet).then().statusCode(403);
        }
        Person everything = Person.with(Token.LAKESIDE, Roles.OF_AN_INSTITUTION.toArray(String[]::new));
        List<Person> strangers = List.of(everything, Person.at(Token.LAKESIDE), Person.at(Token.HILLTOP));
        for (Person stranger : strangers) {
            for (String what : List.of("", "/versions", "/versions/1", "/export", "/page", "/shares", "/comparison")) {
                stranger.api()
                        .call()
                        .get(WORKSHEETS + "/" + sheet + what)
                        .then()
                        .statusCode(404)
                        .body(not(containsString("Quokka")));
            }
            stranger.saves(sheet, 1, Map.of()).then().statusCode(404);
            stranger.shows(sheet, stranger).then().statusCode(404);
            stranger.api().call().delete(WORKSHEETS + "/" + sheet).then().statusCode(404);
            stranger.api().call().get(WORKSHEETS).then().body("", hasSize(0));
        }
        owner.reads(sheet).then().body("version", equalTo(1));
    }

    @Test
    void the_same_person_at_another_institution_does_not_find_it() {
        Api elsewhere = new Api(
                Token.of(owner.name()).at(Token.HILLTOP, Roles.PARTICIPANT).sign());

        elsewhere.call().get(WORKSHEETS + "/" + sheet).then().statusCode(404);
    }

    @Test
    void the_database_shows_it_to_its_owner_alone_whoever_asks() {
        String sheets = "select count(*) from filled_sheet where id = '" + sheet + "'";
        String answers = "select count(*) from filled_answers where sheet = '" + sheet + "'";
        for (String query : List.of(sheets, answers)) {
            assertThat(owner.counts(query)).isEqualTo(1);
            for (String person :
                    List.of("", "somebody", Person.at(Token.LAKESIDE).name())) {
                assertThat(Person.counts(Token.LAKESIDE.id(), person, query))
                        .as("as " + person)
                        .isZero();
            }
            assertThat(Person.counts(Token.HILLTOP.id(), owner.name(), query)).isZero();
            assertThat(Person.counts("", owner.name(), query)).isZero();
        }
    }

    @Test
    void nothing_of_it_is_told_to_other_services_nor_written_down_beside_it() {
        owner.saves(sheet, 1, Map.of("cells", Map.of("main", Map.of("who", 7))))
                .then()
                .statusCode(400);
        owner.api().call().delete(WORKSHEETS + "/" + sheet).then().statusCode(204);

        assertThat(Facts.about(sheet)).isEmpty();
        assertThat(Person.deeds(Token.LAKESIDE, sheet)).singleElement().satisfies(deed -> {
            assertThat(deed).containsEntry("action", "worksheet.deleted").doesNotContainKey("with");
            assertThat(deed.get("detail")).isNull();
            assertThat(deed.toString()).doesNotContain("Quokka");
        });
        for (String table : List.of("filled_sheet where id", "filled_answers where sheet")) {
            assertThat(Person.asOwner("delete from " + table + " = '" + sheet + "'"))
                    .as("left in " + table)
                    .isZero();
        }
    }

    @Test
    void of_two_who_save_the_same_version_the_second_is_refused_and_the_same_again_changes_nothing() {
        Map<String, Object> other = Map.of("cells", Map.of("main", Map.of("who", "Dr. Wombat")));
        owner.saves(sheet, 1, other).then().statusCode(200).body("version", equalTo(2));

        owner.saves(sheet, 1, NAMES)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:changed-meanwhile"));
        owner.saves(sheet, 2, other).then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void what_does_not_fit_changes_nothing_and_is_not_repeated() {
        owner.saves(sheet, 1, Map.of("cells", Map.of("main", Map.of("last", "when Prof. Quokka called"))))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:answers-unfit"))
                .body("violations.field", contains("answers.cells.main.last"))
                .body(not(containsString("Quokka")));
        owner.begins("none", Map.of()).then().statusCode(400).body("violations.field", contains("worksheet"));
        owner.saves(sheet, 1, Map.of("cells", Map.of("main", Map.of("who", "x".repeat(120_000)))))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:answers-too-long"));

        owner.reads(sheet).then().body("version", equalTo(1));
    }
}
