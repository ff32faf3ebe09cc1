package org.mentoringcommons.analytics.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.mentoringcommons.analytics.Declared.STUDIES;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

/** What was declared can be edited until somebody saw results; what was seen is kept. */
@QuarkusTest
class StudyVersionsTest {

    private static final String READER = "reader of versions";

    @Test
    void until_results_are_read_an_edit_replaces_the_declaration() {
        declare("unread");

        edit("unread", etag("unread"), Map.of("title", "Better said"))
                .statusCode(200)
                .body("title", equalTo("Better said"))
                .body("version", equalTo(1))
                .body("readAt", nullValue());

        Declared.operator()
                .get(STUDIES + "/unread/versions")
                .then()
                .body("version", contains(1))
                .body("title", contains("Better said"));
    }

    @Test
    void after_results_were_read_an_edit_makes_a_version_and_the_old_one_stays_readable() {
        declare("read");
        read("read").statusCode(200);

        edit("read", etag("read"), Map.of("title", "On second thoughts"))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("declaredBy", equalTo("person-of-the-platform"))
                .body("readAt", nullValue());
        edit("read", etag("read"), Map.of("title", "On third thoughts")).body("version", equalTo(2));
        read("read").statusCode(200);
        edit("read", etag("read"), Map.of("title", "On fourth thoughts")).body("version", equalTo(3));

        version("read", 1).body("title", equalTo("A study of read")).body("readAt", notNullValue());
        version("read", 2).body("title", equalTo("On third thoughts"));
        version("read", 3).body("title", equalTo("On fourth thoughts"));
        version("read", 4).statusCode(404).body("type", endsWith("version-not-found"));
        var first = Declared.operator().get(STUDIES + "/read/versions?limit=2");
        first.then().body("version", contains(1, 2));
        Declared.operator()
                .get(first.header("Link").replaceAll(".*<(.*)>.*", "$1"))
                .then()
                .body("version", contains(3));
    }

    @Test
    void an_edit_says_from_which_state_and_a_first_reading_is_a_change_of_state() {
        declare("edited-from-a-state");
        String before = etag("edited-from-a-state");

        edit("edited-from-a-state", null, Map.of()).statusCode(428).body("type", endsWith("precondition-required"));
        read("edited-from-a-state").statusCode(200);
        edit("edited-from-a-state", before, Map.of())
                .statusCode(412)
                .body("type", endsWith("precondition-failed"))
                .body("violations.field", contains("If-Match"));
        edit("edited-from-a-state", "\"7\", " + etag("edited-from-a-state"), Map.of())
                .statusCode(200);

        Declared.operator()
                .header("If-None-Match", etag("edited-from-a-state"))
                .get(STUDIES + "/edited-from-a-state")
                .then()
                .statusCode(304);
    }

    @Test
    void a_second_reading_changes_nothing() {
        declare("twice");
        read("twice").statusCode(200);
        String after = etag("twice");

        read("twice").statusCode(200);

        assertThat(etag("twice")).isEqualTo(after);
    }

    @Test
    void a_refused_reading_is_no_reading() {
        declare("refused-reading");

        Declared.as(Token.of("stranger").sign())
                .get(STUDIES + "/refused-reading/report")
                .then()
                .statusCode(404);

        Declared.operator().get(STUDIES + "/refused-reading").then().body("readAt", nullValue());
    }

    @Test
    void an_edit_that_makes_no_sense_is_refused_and_changes_nothing() {
        declare("sound");
        String before = etag("sound");

        edit("sound", before, Map.of("family", List.of("never asked")))
                .statusCode(400)
                .body("violations.field", hasItem("family[0]"));

        assertThat(etag("sound")).isEqualTo(before);
    }

    @Test
    void only_operators_edit() {
        declare("operators-only");

        for (String token : List.of(
                Token.platform(Roles.HUB_ADMIN, Roles.ANALYST),
                Token.of(READER).at(Token.LAKESIDE, Roles.EVALUATOR).sign(),
                Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN))) {
            Declared.as(token)
                    .header("If-Match", "*")
                    .body(Map.of())
                    .put(STUDIES + "/operators-only")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void the_list_shows_all_to_administrators_and_an_evaluator_their_own() {
        declare("listed-a");
        Declared.declare(Declared.study("listed-b", "b", "b", "b", "somebody else"))
                .statusCode(201);

        String all = Declared.administrator(Token.LAKESIDE)
                .get(STUDIES + "?after=listed-&limit=2")
                .then()
                .body("key", contains("listed-a", "listed-b"))
                .extract()
                .header("Link");
        assertThat(all == null || all.contains("after=listed-b")).isTrue();
        Declared.as(Token.of(READER).at(Token.LAKESIDE, Roles.EVALUATOR).sign())
                .get(STUDIES + "?after=listed-&limit=1")
                .then()
                .body("key", contains("listed-a"));
        Declared.as(Token.of("nobody's").at(Token.LAKESIDE, Roles.EVALUATOR).sign())
                .get(STUDIES)
                .then()
                .statusCode(200)
                .body("size()", equalTo(0));
        Declared.as(Token.platform(Roles.HUB_ADMIN)).get(STUDIES).then().statusCode(403);
        Declared.operator().get(STUDIES + "?limit=0").then().statusCode(400).body("violations.field", hasItem("limit"));
    }

    private static void declare(String key) {
        Declared.declare(Declared.study(key, key, key, key, READER)).statusCode(201);
    }

    private static String etag(String key) {
        return Declared.operator().get(STUDIES + "/" + key).header("ETag");
    }

    private static ValidatableResponse read(String key) {
        return Declared.as(Token.of(READER).sign())
                .get(STUDIES + "/" + key + "/report")
                .then();
    }

    private static ValidatableResponse version(String key, int version) {
        return Declared.as(Token.of(READER).sign())
                .get(STUDIES + "/" + key + "/versions/" + version)
                .then();
    }

    private static ValidatableResponse edit(String key, String ifMatch, Map<String, Object> differences) {
        Map<String, Object> study = new HashMap<>(Declared.study(key, key, key, key, READER));
        study.keySet().removeAll(List.of("key", "team", "agreement"));
        study.putAll(differences);
        var request = Declared.operator().body(study);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(STUDIES + "/" + key)
                .then();
    }
}
