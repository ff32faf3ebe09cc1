package org.mentoringcommons.curriculum.adaptation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.OwnerQuery;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.curriculum.authoring.ZipFiles;
import org.mentoringcommons.curriculum.content.Faults;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

/** Worksheets of an institution's own versions, filled in by its participants. */
@QuarkusTest
class LocalSheetTest {

    private final Api admin = new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN));
    private String base;
    private String adaptation;

    @BeforeEach
    void a_fork_with_a_row_of_its_own() {
        base = Packages.published();
        adaptation = admin.post(
                        "/curriculum/v1/adaptations",
                        Map.of(
                                "key",
                                "lakeside-" + UUID.randomUUID(),
                                "title",
                                "Ours",
                                "curriculum",
                                base,
                                "version",
                                "1.0.0"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String at = "/curriculum/v1/adaptations/" + adaptation;
        Map<String, String> files = new LinkedHashMap<>(
                ZipFiles.read(admin.call().get(at + "/revisions/1/package").asByteArray(), new Faults()));
        files.computeIfPresent(
                "worksheets/before-we-meet.json", (name, text) -> text.replace("I sent an agenda", "I wrote to them"));
        given().auth()
                .oauth2(admin.token())
                .contentType("application/zip")
                .body(ZipFiles.write(files))
                .put(at + "/package?basedOn=1")
                .then()
                .statusCode(200);
        admin.post(at + "/revisions/2/publish", "").then().statusCode(200);
    }

    @Test
    void a_sheet_is_begun_as_the_institution_rewrote_it_and_keeps_where_it_is_from() {
        Person mentee = Person.at(Token.LAKESIDE);

        Response begun = begins(mentee, Map.of("adaptation", adaptation, "revision", 2));

        begun.then()
                .statusCode(201)
                .body("curriculum", equalTo(base))
                .body("curriculumVersion", equalTo("1.0.0"))
                .body("definition.rows.text", contains("I wrote to them"));
        assertThat(OwnerQuery.column("select adaptation || ' ' || adaptation_revision from filled_sheet where id = '"
                        + begun.path("id") + "'"))
                .containsExactly(adaptation + " 2");
        mentee.saves(begun.path("id"), 1, Map.of("ticked", java.util.List.of("agenda")))
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_not_published_or_another_institutions_or_half_said_begins_nothing() {
        Person mentee = Person.at(Token.LAKESIDE);
        begins(mentee, Map.of("adaptation", adaptation, "revision", 1))
                .then()
                .statusCode(400)
                .body("violations.field", contains("worksheet"));
        begins(mentee, Map.of("adaptation", adaptation, "revision", 0)).then().statusCode(400);
        begins(Person.at(Token.HILLTOP), Map.of("adaptation", adaptation, "revision", 2))
                .then()
                .statusCode(400)
                .body("violations.field", contains("worksheet"));
        for (Map<String, Object> half : java.util.List.<Map<String, Object>>of(
                Map.of("adaptation", adaptation),
                Map.of("revision", 2),
                Map.of("curriculum", base),
                Map.of(),
                Map.of("adaptation", adaptation, "revision", 2, "curriculum", base, "version", "1.0.0"))) {
            begins(mentee, half).then().statusCode(400).body("violations.field", contains("curriculum"));
        }
    }

    private static Response begins(Person person, Map<String, Object> from) {
        Map<String, Object> begun = new HashMap<>(from);
        begun.put("worksheet", "before-we-meet");
        return person.api().post(Person.WORKSHEETS, begun);
    }
}
