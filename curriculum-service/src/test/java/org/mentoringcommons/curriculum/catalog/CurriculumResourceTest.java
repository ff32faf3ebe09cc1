package org.mentoringcommons.curriculum.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.mentoringcommons.curriculum.Api.CURRICULA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class CurriculumResourceTest {

    private final Api operator = Api.operator();
    private final String key = "curriculum-" + UUID.randomUUID();

    @Test
    void a_published_version_is_read_by_members_of_any_institution() {
        Api.drafted(key);

        operator.post(CURRICULA + "/" + key + "/versions/1/publish", "").then().statusCode(200);

        for (String token : List.of(
                Token.member(Token.LAKESIDE, Roles.PARTICIPANT), Token.member(Token.HILLTOP, Roles.FACILITATOR))) {
            new Api(token)
                    .call()
                    .get(CURRICULA + "/" + key + "/versions/1")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("published"))
                    .body("modules.key", contains("communication", "expectations"))
                    .body("modules[0].minutes", equalTo(60));
        }
    }

    @Test
    void an_adaptation_names_its_source_and_shows_its_versions() {
        String source = Api.publishedCurriculum();

        Response answer = operator.post(
                CURRICULA, Map.of("key", key, "title", "For postdocs", "audience", "mentee", "adaptedFrom", source));

        answer.then().statusCode(201).body("adaptedFrom", equalTo(source));
        assertThat(answer.header("Location")).endsWith(CURRICULA + "/" + key);
        operator.call().get(CURRICULA + "/" + source).then().body("versions.status", contains("published"));
    }

    @Test
    void a_source_that_is_not_there_is_refused_by_field() {
        operator.post(CURRICULA, Map.of("key", key, "title", "x", "audience", "mentor", "adaptedFrom", "nowhere"))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:curriculum-unknown"))
                .body("violations.field", contains("adaptedFrom"));
        operator.call().get(CURRICULA + "/" + key).then().statusCode(404);
    }

    @Test
    void a_published_version_is_not_published_or_drafted_again() {
        String published = Api.publishedCurriculum();

        operator.post(CURRICULA + "/" + published + "/versions/1/publish", "")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:curriculum-version-published"));
        operator.post(CURRICULA + "/" + published + "/versions", Api.version(List.of("other")))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:curriculum-version-exists"));

        operator.call()
                .get(CURRICULA + "/" + published + "/versions/1")
                .then()
                .body("modules.key", contains("communication", "expectations"));
    }

    @Test
    void a_key_is_taken_once() {
        Api.drafted(key);

        operator.post(CURRICULA, Map.of("key", key, "title", "Another", "audience", "mentor"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:curriculum-exists"));
    }

    @Test
    void a_module_that_appears_twice_is_named() {
        Api.drafted(key);

        operator.post(
                        CURRICULA + "/" + key + "/versions",
                        Map.of(
                                "version",
                                "2",
                                "modules",
                                Api.version(List.of("a", "b", "a")).get("modules")))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:module-repeated"))
                .body("violations.field", contains("modules[2].key"));
        operator.call().get(CURRICULA + "/" + key + "/versions/2").then().statusCode(404);
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        operator.post(CURRICULA, Map.of("key", "no spaces please", "title", " ", "audience", "mentee"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("key"))
                .body("violations.field", hasItem("title"));
    }

    @Test
    void a_list_is_cut_into_pages_that_lead_to_each_other() {
        for (String suffix : List.of("a", "b", "c")) {
            Api.drafted(key + suffix);
        }

        Response first = operator.call().get(CURRICULA + "?after=" + key + "&limit=2");
        assertThat(first.jsonPath().getList("key")).containsExactly(key + "a", key + "b");
        String next = first.header("Link").replaceAll(".*<(.*)>.*", "$1");
        assertThat(operator.call()
                        .get(next)
                        .jsonPath()
                        .getList("key", String.class)
                        .get(0))
                .isEqualTo(key + "c");
    }
}
