package org.mentoringcommons.curriculum.authoring;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.mentoringcommons.curriculum.Api.CURRICULA;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.tenancy.contract.Token;

/** Where a version comes from, and what it says of that. */
@QuarkusTest
class LineageTest {

    private final Api operator = Api.operator();
    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
    private final String key = "package-" + UUID.randomUUID();
    private final Map<String, String> files = Packages.files(key, "1.0.0");

    @Test
    void what_the_catalog_knows_otherwise_is_named() {
        Packages.published(files, key, "1.0.0");
        Packages.send(Packages.files(key, "1.1.0")).then().statusCode(201);
        Map<String, String> other = Packages.files(key, "2.0.0");
        other.put(
                "curriculum.json",
                other.get("curriculum.json")
                        .replace("Small steps", "Large steps")
                        .replace(
                                "\"languages\"",
                                "\"adaptedFrom\": {\"curriculum\": \"" + key
                                        + "\", \"version\": \"1.1.0\"}, \"languages\""));

        Packages.send(other)
                .then()
                .statusCode(400)
                .body("violations.field", contains("curriculum.json", "curriculum.json"))
                .body("violations.message", hasItems("adaptedFrom is no published version of this catalog"));
    }

    @Test
    void lineage_leads_to_the_version_it_was_adapted_from() {
        Packages.published(files, key, "1.0.0");
        String sister = key + "-sister";

        Packages.send(adapted(sister, key)).then().statusCode(201);

        operator.call().get(CURRICULA + "/" + sister).then().body("adaptedFrom", equalTo(key));
        operator.call()
                .get(CURRICULA + "/" + sister + "/versions/1.0.0")
                .then()
                .body("adaptedFrom.curriculum", equalTo(key))
                .body("adaptedFrom.version", equalTo("1.0.0"));
    }

    @Test
    void a_version_says_whose_work_it_is_and_which_study_speaks_for_it() {
        files.put(
                "curriculum.json",
                files.get("curriculum.json")
                        .replace(
                                "\"changes\"",
                                "\"citation\": \"Doe J. 2001.\", \"attribution\": \"After Doe\","
                                        + " \"evidence\": \"https://example.org/study\", \"changes\""));

        Packages.published(files, key, "1.0.0");

        facilitator
                .call()
                .get(CURRICULA + "/" + key + "/versions/1.0.0")
                .then()
                .body("citation", equalTo("Doe J. 2001."))
                .body("attribution", equalTo("After Doe"))
                .body("evidence", equalTo("https://example.org/study"))
                .body("languages", contains("en"));
        facilitator
                .call()
                .get(CURRICULA + "/" + key + "/versions/1.0.0/guide")
                .then()
                .body(containsString("After Doe"));
    }

    @Test
    void no_circle_of_descent_closes_wherever_one_begins_with_it() {
        String sister = key + "-sister";
        Packages.send(files).then().statusCode(201);
        Packages.send(adapted(sister, key))
                .then()
                .statusCode(400)
                .body("violations.message", contains("adaptedFrom is no published version of this catalog"));
        publish(key);
        Packages.send(adapted(sister, key)).then().statusCode(201);

        Packages.send(adapted(key, sister)) // which is a draft
                .then()
                .statusCode(400);
        publish(sister);
        Packages.send(adapted(key, sister))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:curriculum-version-published"));

        operator.call().get(CURRICULA + "/" + key + "/versions/1.0.0").then().body("adaptedFrom", nullValue());
    }

    private void publish(String curriculum) {
        operator.post(CURRICULA + "/" + curriculum + "/versions/1.0.0/publish", "")
                .then()
                .statusCode(200);
    }

    private static Map<String, String> adapted(String key, String source) {
        Map<String, String> adapted = Packages.files(key, "1.0.0");
        adapted.put(
                "curriculum.json",
                adapted.get("curriculum.json")
                        .replace(
                                "\"languages\"",
                                "\"adaptedFrom\": {\"curriculum\": \"" + source
                                        + "\", \"version\": \"1.0.0\"}, \"languages\""));
        return adapted;
    }
}
