package org.mentoringcommons.analytics;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Studies as an operator declares them, and institutions as their administrators let them take part. */
public final class Declared {

    public static final String STUDIES = "/analytics/v1/studies";

    private Declared() {}

    /** A study of one curriculum, four hours or more, for mentees, by one instrument and one scale; change what matters. */
    public static Map<String, Object> study(
            String key, String curriculum, String instrument, String scale, String... team) {
        Map<String, Object> inclusion = new HashMap<>();
        inclusion.put("curricula", List.of(curriculum));
        inclusion.put("minimumMinutes", 240);
        inclusion.put("audiences", List.of("mentee"));
        inclusion.put("instruments", List.of(Map.of("key", instrument, "version", "1")));
        Map<String, Object> study = new HashMap<>();
        study.put("key", key);
        study.put("title", "A study of " + curriculum);
        study.put("purpose", "to see whether it holds");
        study.put("inclusion", inclusion);
        study.put("population", "consented");
        study.put("team", List.of(team));
        study.put("agreement", "first text");
        study.put(
                "tables",
                Map.of(
                        "workshops",
                        List.of(
                                Map.of("row", "analysed", "count", "analysed"),
                                Map.of("row", "responded", "count", "responded"),
                                Map.of("row", "consented", "count", "consented")),
                        "gains",
                        List.of(scale)));
        study.put("ahead", true);
        return study;
    }

    public static ValidatableResponse declare(Map<String, Object> study) {
        return operator().body(study).post(STUDIES).then();
    }

    public static ValidatableResponse join(String study, Tenant institution, int agreement) {
        return administrator(institution)
                .body(Map.of("agreement", agreement))
                .post(STUDIES + "/" + study + "/participation")
                .then();
    }

    public static ValidatableResponse leave(String study, Tenant institution) {
        return administrator(institution)
                .delete(STUDIES + "/" + study + "/participation")
                .then();
    }

    public static RequestSpecification operator() {
        return as(Token.platform(Roles.PLATFORM_OPERATOR));
    }

    public static RequestSpecification administrator(Tenant institution) {
        return as(Token.member(institution, Roles.INSTITUTION_ADMIN));
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}
