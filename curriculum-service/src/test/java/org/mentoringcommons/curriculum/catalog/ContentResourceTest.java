package org.mentoringcommons.curriculum.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.mentoringcommons.curriculum.Api.CURRICULA;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class ContentResourceTest {

    /** The page that begins with it. */
    private static final String BEFORE = CURRICULA + "?limit=1&after=%.43s";

    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
    private final Api participant = new Api(Token.member(Token.HILLTOP, Roles.PARTICIPANT));

    @Inject
    DataSource database;

    private String key;
    private String version;

    @BeforeEach
    void published() {
        key = Packages.published();
        version = CURRICULA + "/" + key + "/versions/1.0.0";
    }

    @Test
    void facilitators_read_all_of_a_module_and_participants_what_is_meant_for_everyone() {
        facilitator
                .call()
                .get(version + "/modules/communication")
                .then()
                .statusCode(200)
                .body("edition", equalTo("facilitators"))
                .body("parts.key", contains("case", "plan"))
                .body("parts[0].kind", equalTo("case_study"))
                .body("parts[0].questions", contains("What does each of them know?"))
                .body(
                        "parts[0].html",
                        equalTo("<p>Nadia sends a draft to her <strong>mentor</strong>, a marmot of a man.</p>"))
                .body("parts[0].facilitation", equalTo("Let them find the quokka themselves."));

        Response read = participant.call().get(version + "/modules/communication");

        read.then().statusCode(200).body("parts.key", contains("case")).body("parts[0].facilitation", nullValue());
        assertThat(read.asString()).doesNotContain("quokka", "wombat");
    }

    @Test
    void a_participant_who_asks_for_the_facilitators_edition_is_refused_and_a_facilitator_may_read_the_participants() {
        for (String path : List.of("/modules/communication", "/guide")) {
            participant
                    .call()
                    .get(version + path + "?edition=facilitators")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("urn:mentoring-commons:problem:facilitators-only"));
        }
        Response read = facilitator.call().get(version + "/modules/communication?edition=participants");
        assertThat(read.asString()).contains("marmot").doesNotContain("quokka", "wombat");
        facilitator.call().get(version + "/guide?edition=nobody").then().statusCode(400);
    }

    @Test
    void a_guide_is_a_page_that_loads_nothing_and_shows_each_edition_its_own() {
        Response guide = facilitator.call().get(version + "/guide");

        assertThat(guide.statusCode()).isEqualTo(200);
        assertThat(guide.contentType()).startsWith("text/html");
        assertThat(guide.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(guide.asString())
                .contains(
                        "Facilitator guide",
                        "quokka",
                        "wombat",
                        "href=\"#communication\"",
                        "id=\"sheet-before-we-meet\"");
        assertThat(participant.call().get(version + "/guide").asString())
                .contains("Participant guide", "marmot", "I sent an agenda")
                .doesNotContain("quokka", "wombat");
    }

    @Test
    void a_worksheet_is_served_as_the_data_it_is() {
        participant
                .call()
                .get(version + "/worksheets/before-we-meet")
                .then()
                .statusCode(200)
                .body("kind", equalTo("checklist"))
                .body("rows[0].key", equalTo("agenda"));
        participant.call().get(version + "/worksheets/nothing").then().statusCode(404);
    }

    @Test
    void what_is_published_may_be_kept_for_good_and_a_client_that_has_it_is_told_so() {
        for (String path : List.of("/modules/communication", "/worksheets/before-we-meet", "/package")) {
            Response first = facilitator.call().get(version + path);
            assertThat(first.header("Cache-Control")).contains("immutable", "private");

            Response again = facilitator
                    .call()
                    .header("If-None-Match", first.header("ETag"))
                    .get(version + path);

            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.asByteArray()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        }
        String tag = facilitator.call().get(version + "/modules/communication").header("ETag");
        participant
                .call()
                .header("If-None-Match", tag)
                .get(version + "/modules/communication")
                .then()
                .statusCode(200);
    }

    @Test
    void a_version_is_asked_for_again_until_its_status_changes() {
        Response shown = facilitator.call().get(version);
        assertThat(shown.header("Cache-Control")).contains("no-cache");
        facilitator
                .call()
                .header("If-None-Match", shown.header("ETag"))
                .get(version)
                .then()
                .statusCode(304);

        Api.operator().post(version + "/retire", "").then().statusCode(200).body("status", equalTo("retired"));

        facilitator
                .call()
                .header("If-None-Match", shown.header("ETag"))
                .get(version)
                .then()
                .statusCode(200);
    }

    @Test
    void no_workshop_is_planned_with_a_retired_version_and_those_under_way_go_on() {
        Map<String, Object> planned = new HashMap<>(Api.workshop(key, Api.session(Instant.now(), 60)));
        planned.put("version", "1.0.0");
        String workshop = facilitator.planned(planned);

        Api.operator().post(version + "/retire", "").then().statusCode(200);

        facilitator
                .post(WORKSHOPS, planned)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:curriculum-version-unknown"));
        facilitator
                .put(
                        WORKSHOPS + "/" + workshop + "/coverage",
                        Map.of("known", true, "modules", List.of("communication")))
                .then()
                .statusCode(200);
        Api.operator().post(version + "/retire", "").then().statusCode(409);
    }

    @Test
    void a_version_without_texts_whatever_its_number_has_modules_a_guide_and_a_package_too() {
        String bare = CURRICULA + "/" + Api.publishedCurriculum() + "/versions/1";

        facilitator
                .call()
                .get(bare + "/modules/communication")
                .then()
                .statusCode(200)
                .body("title", equalTo("communication"))
                .body("parts.size()", equalTo(0));
        assertThat(facilitator.call().get(bare + "/guide").asString()).contains("id=\"communication\"");
        facilitator.call().get(bare + "/package").then().statusCode(200);
    }

    @Test
    void who_has_the_catalog_is_told_so_until_something_in_it_changes() {
        for (String path : List.of(CURRICULA + "/" + key, BEFORE.formatted(key))) {
            String tag = facilitator.call().get(path).header("ETag");
            facilitator.call().header("If-None-Match", tag).get(path).then().statusCode(304);
        }
        String path = CURRICULA + "/" + key;
        String tag = facilitator.call().get(path).header("ETag");

        Api.operator().post(version + "/retire", "").then().statusCode(200);

        facilitator
                .call()
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(200)
                .body("versions.status", contains("retired"));
    }

    @Test
    void the_database_itself_refuses_to_change_what_is_published() throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (String change : List.of(
                    "delete from part where curriculum = '" + key + "'",
                    "delete from worksheet where curriculum = '" + key + "'",
                    "delete from curriculum_version where curriculum = '" + key + "'",
                    "update curriculum_version set manifest = '{}' where curriculum = '" + key + "'",
                    "update curriculum_version set status = 'DRAFT' where curriculum = '" + key + "'")) {
                assertThatThrownBy(() -> connection.createStatement().executeUpdate(change))
                        .as(change)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("a published version does not change");
            }
        }
    }
}
