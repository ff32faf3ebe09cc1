package org.mentoringcommons.curriculum.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.curriculum.Api.CURRICULA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.tenancy.contract.Token;

/** What a curriculum is called is a draft's to say until a version is published. */
@QuarkusTest
class RenamedDraftTest {

    private final String key = "package-" + UUID.randomUUID();

    @Test
    void the_draft_imported_last_says_what_the_curriculum_is_called_and_for_whom() {
        send("1.0.0", "Small steps", "mentee").then().statusCode(201);

        send("1.0.0", "Large steps", "mentor").then().statusCode(200);

        isCalled("Large steps", "mentor");
    }

    @Test
    void the_first_version_published_settles_it_and_drafts_that_say_otherwise_are_refused() {
        send("1.0.0", "Small steps", "mentee").then().statusCode(201);
        send("2.0.0", "Large steps", "mentor").then().statusCode(201);

        publish("1.0.0").then().statusCode(200);

        isCalled("Small steps", "mentee");
        publish("2.0.0")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:curriculum-settled"))
                .body("violations.field", contains("curriculum.json"));
        send("2.0.0", "Huge steps", "mentee")
                .then()
                .statusCode(400)
                .body("violations.field", contains("curriculum.json"))
                .body(
                        "violations.message",
                        contains("the curriculum " + key + " was published as \"Small steps\" for mentee"));
        send("2.0.0", "Small steps", "mentee").then().statusCode(200);
        publish("2.0.0").then().statusCode(200);
        isCalled("Small steps", "mentee");
    }

    @Test
    void what_was_announced_and_no_package_says_stays() {
        Api.operator()
                .post(
                        CURRICULA,
                        Map.of("key", key, "title", "Announced", "audience", "mentor", "citation", "Announced 2020."))
                .then()
                .statusCode(201);

        send("1.0.0", "Small steps", "mentee").then().statusCode(201);

        isCalled("Small steps", "mentee");
        Api.operator().call().get(CURRICULA + "/" + key).then().body("citation", equalTo("Announced 2020."));
    }

    @Test
    void the_database_refuses_it_once_a_version_was_published_even_after_it_was_retired() throws SQLException {
        send("1.0.0", "Small steps", "mentee").then().statusCode(201);
        assertThat(stateOf("update curriculum set key = 'other' where key = '" + key + "'"))
                .isEqualTo("42501");
        publish("1.0.0").then().statusCode(200);
        Api.operator()
                .post(CURRICULA + "/" + key + "/versions/1.0.0/retire", "")
                .then()
                .statusCode(200);

        assertThat(stateOf("update curriculum set title = 'Other' where key = '" + key + "'"))
                .isEqualTo("23514");

        isCalled("Small steps", "mentee");
    }

    @Test
    void of_a_publication_and_a_renaming_at_once_the_published_version_agrees_with_its_curriculum() {
        send("1.0.0", "Small steps", "mentee").then().statusCode(201);

        List<CompletableFuture<Response>> both = List.of(
                CompletableFuture.supplyAsync(() -> publish("1.0.0")),
                CompletableFuture.supplyAsync(() -> send("2.0.0", "Large steps", "mentor")));
        List<Response> answers = both.stream().map(CompletableFuture::join).toList();

        answers.get(0).then().statusCode(200);
        assertThat(answers.get(1).statusCode()).isIn(201, 400, 409);
        isCalled("Small steps", "mentee");
    }

    private Response send(String version, String title, String audience) {
        Map<String, String> files = Packages.files(key, version);
        files.computeIfPresent("curriculum.json", (name, text) -> text.replace("Small steps", title)
                .replace("\"audience\": \"mentee\"", "\"audience\": \"" + audience + "\""));
        return Packages.send(files);
    }

    private Response publish(String version) {
        return Api.operator().post(CURRICULA + "/" + key + "/versions/" + version + "/publish", "");
    }

    private void isCalled(String title, String audience) {
        Api.operator()
                .call()
                .get(CURRICULA + "/" + key)
                .then()
                .body("title", equalTo(title))
                .body("audience", equalTo(audience));
    }

    /** How the database refuses this to the service. */
    private static String stateOf(String statement) throws SQLException {
        try (Connection connection = Person.at(Token.LAKESIDE).connection()) {
            connection.createStatement().executeUpdate(statement);
            return "not at all";
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }
}
