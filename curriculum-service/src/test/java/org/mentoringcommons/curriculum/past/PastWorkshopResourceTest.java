package org.mentoringcommons.curriculum.past;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;
import static org.mentoringcommons.curriculum.Api.publishedCurriculum;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Facts;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class PastWorkshopResourceTest {

    private static final String HEADER =
            "reference,name,curriculum,version,mode,audience,timezone,sessions,enrolled,attended,modules\n";

    private final Api administrator = new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN));
    private final String run = UUID.randomUUID().toString();
    private String curriculum;

    @BeforeEach
    void publish() {
        curriculum = publishedCurriculum();
    }

    @Test
    void a_workshop_of_the_past_is_delivered_when_it_ended_and_nobody_is_to_be_asked_about_it_now() {
        Response report = take(line("a", "2019-03-02T09:00/240; 2019-03-09T09:00/120", "12,11", "communication"));

        report.then().statusCode(200).body("imported", equalTo(1)).body("workshops.line", contains(2));
        JsonNode told = last(report.path("workshops[0].workshop"));
        assertThat(told.get("imported").asBoolean()).isTrue();
        assertThat(told.get("status").asText()).isEqualTo("delivered");
        assertThat(told.get("deliveredAt").asText()).isEqualTo("2019-03-09T17:00:00Z");
        assertThat(told.get("minutes").asInt()).isEqualTo(360);
        assertThat(told.get("enrolled").asInt()).isEqualTo(12);
        assertThat(told.get("attended").asInt()).isEqualTo(11);
        assertThat(told.get("coverage").toString())
                .isEqualTo(
                        "{\"known\":true,\"modules\":[\"communication\"],\"partly\":[],\"local\":[],\"localPartly\":[]}");
    }

    @Test
    void what_was_covered_may_be_unknown_and_in_part() {
        Response report = take(line("a", "2019-03-02T09:00/240", "5,5", "unknown")
                + line("b", "2019-03-02T09:00/240", "5,5", "communication:partly;expectations"));

        assertThat(last(report.path("workshops[0].workshop"))
                        .get("coverage")
                        .get("known")
                        .asBoolean())
                .isFalse();
        assertThat(last(report.path("workshops[1].workshop")).get("coverage").toString())
                .isEqualTo(
                        "{\"known\":true,\"modules\":[\"expectations\"],\"partly\":[\"communication\"],\"local\":[],\"localPartly\":[]}");
    }

    @Test
    void the_same_file_again_changes_nothing_not_even_what_was_corrected_since() {
        String file = line("a", "2019-03-02T09:00/240", "12,11", "unknown");
        String id = take(file).path("workshops[0].workshop");
        administrator.put(
                WORKSHOPS + "/" + id + "/coverage",
                java.util.Map.of("known", true, "modules", List.of("communication")));
        int told = Facts.about(id).size();

        take(file)
                .then()
                .statusCode(200)
                .body("imported", equalTo(0))
                .body("unchanged", equalTo(1))
                .body("workshops[0].workshop", equalTo(id));

        assertThat(Facts.about(id)).hasSize(told);
    }

    @Test
    void a_dry_run_tells_all_of_it_and_keeps_nothing() {
        String file = line("a", "2019-03-02T09:00/240", "12,11", "unknown");

        send(file, "?dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("imported", equalTo(1))
                .body("workshops[0].workshop", nullValue());

        take(file).then().body("imported", equalTo(1));
    }

    @Test
    void everything_wrong_is_named_by_line_and_nothing_is_imported() {
        take(line("known", "2019-03-02T09:00/240", "5,5", "unknown"));
        String file = line("good", "2019-03-02T09:00/240", "5,5", "unknown") // line 2
                + line("a", "2019-03-10T02:30/240", "5,5", "unknown") // 3: clocks never show it
                + line("b", "2019-03-02T09:00", "5,6", "cooking") // 4: no minutes, more than enrolled
                + line("c", "2019-03-02T09:00/240", "5,5", "cooking") // 5: no such module
                + line("d", "2099-03-02T09:00/240", "5,5", "unknown") // 6: is to come
                + line("good", "2019-03-03T09:00/240", "5,5", "unknown") // 7: the reference of line 2
                + line("known", "2019-03-02T09:00/240", "5,4", "unknown") // 8: with other words
                + line("e", "2019-03-02T09:00/240", "5,5", "unknown").replace(",in_person,", ",by_mail,") // 9
                + line("f", "2019-03-02T09:00/240", "5,5", "unknown").replace(curriculum, "nowhere"); // 10

        Response refused = take(file);

        refused.then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:past-workshops-malformed"))
                .body(
                        "violations.field",
                        contains(
                                "line 3", "line 4", "line 4", "line 5", "line 6", "line 7", "line 8", "line 9",
                                "line 10"));
        assertThat(refused.<List<String>>path("violations.message"))
                .anySatisfy(message -> assertThat(message).contains("never shown in America/Chicago"));
        take(line("good", "2019-03-02T09:00/240", "5,5", "unknown")).then().body("imported", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "/, unknown, sessions", //
        ";, unknown, sessions",
        "2019-03-02T09:00/240/1, unknown, sessions",
        "2019-03-02T09:00/240, ;, modules",
        "2019-03-02T09:00/240, :, modules",
        "-99999-03-02T09:00/240, unknown, sessions[0].localStart"
    })
    void what_reads_like_nothing_is_told(String sessions, String modules, String cell) {
        take(line("a", sessions, "5,5", modules))
                .then()
                .statusCode(400)
                .body("violations.field", contains("line 2"))
                .body("violations[0].message", startsWith(cell + ": "));
    }

    @Test
    void of_a_file_that_is_far_too_long_no_more_is_read_than_its_limit() {
        StringBuilder file = new StringBuilder();
        for (int at = 0; at < 70_000; at++) {
            file.append(at).append(",S,c,1,in_person,mentee,,2019-03-02T09:00/240,5,5,unknown\n");
        }

        take(file.toString())
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:past-workshops-malformed"))
                .body("violations.field", contains("line 2002"))
                .body("violations.message", contains("is one more than the 2000 workshops a file takes"));
    }

    @Test
    void a_file_in_a_wrong_encoding_or_without_its_header_is_refused() {
        byte[] latin =
                (HEADER + line("ü", "2019-03-02T09:00/240", "5,5", "unknown")).getBytes(StandardCharsets.ISO_8859_1);
        given().auth()
                .oauth2(administrator.token())
                .contentType("text/csv")
                .body(latin)
                .post(path(""))
                .then()
                .statusCode(400)
                .body("violations.field", contains("line 2"));
        given().auth()
                .oauth2(administrator.token())
                .contentType("text/csv")
                .body(new byte[0])
                .post(path(""))
                .then()
                .statusCode(400);
    }

    @Test
    void another_institution_may_use_the_same_reference() {
        String file = line("a", "2019-03-02T09:00/240", "5,5", "unknown");
        take(file);

        given().auth()
                .oauth2(Token.member(Token.HILLTOP, Roles.INSTITUTION_ADMIN))
                .contentType("text/csv")
                .body((HEADER + file).getBytes(StandardCharsets.UTF_8))
                .post(path(""))
                .then()
                .statusCode(200)
                .body("imported", equalTo(1));
    }

    private String line(String reference, String sessions, String people, String modules) {
        return reference + run + ",Spring 2019," + curriculum + ",1,in_person,mentee,," + sessions + "," + people + ","
                + modules + "\n";
    }

    private Response take(String lines) {
        return send(lines, "");
    }

    private Response send(String lines, String query) {
        return given().auth()
                .oauth2(administrator.token())
                .contentType("text/csv")
                .body((HEADER + lines).getBytes(StandardCharsets.UTF_8))
                .post(path(query));
    }

    private static String path(String query) {
        return "/curriculum/v1/past-workshops" + query;
    }

    private static JsonNode last(String workshop) {
        List<Facts.Told> told = Facts.about(workshop);
        return told.get(told.size() - 1).data();
    }
}
