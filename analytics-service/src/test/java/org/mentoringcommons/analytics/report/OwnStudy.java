package org.mentoringcommons.analytics.report;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

/** A small study that a test declares for one reader. */
record OwnStudy(String key, String reader) {

    static final String PURPOSE = "to look at few people";

    void declare() {
        Map<String, Object> declaration = Map.of(
                "key",
                key,
                "title",
                "Small",
                "purpose",
                PURPOSE,
                "agreement",
                "data use among few",
                "ahead",
                true,
                "inclusion",
                Map.of(
                        "curricula",
                        List.of(key),
                        "minimumMinutes",
                        240,
                        "audiences",
                        List.of("mentee"),
                        "instruments",
                        List.of(Map.of("key", "small", "version", "1"))),
                "population",
                "consented",
                "team",
                List.of(reader),
                "tables",
                Map.of("gains", List.of("both")));
        given().auth()
                .oauth2(Token.platform(Roles.PLATFORM_OPERATOR))
                .contentType("application/json")
                .body(declaration)
                .post("/analytics/v1/studies")
                .then()
                .statusCode(201);
    }
}
