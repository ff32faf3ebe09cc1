package org.mentoringcommons.analytics.report;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Studies of a workshop or two, with one scale and everything else a study can declare. */
record SmallCohorts(Feed feed) {

    static final String READER = "reader of small cohorts";

    void workshop(Tenant site, String study, Map<String, ?> differences) {
        Map<String, Object> state = new HashMap<>(Facts.workshop(study, study, 240));
        state.putAll(differences);
        feed.state("workshops", site, Facts.id(study), state);
        feed.state("waves", site, Facts.id(study + " wave"), Facts.wave(study + " wave", study, instrument("1")));
    }

    void answer(Tenant site, String study, String who, Map<String, ?> answers) {
        String name = study + " " + who;
        feed.state("responses", site, Facts.id(name), Facts.response(name, study + " wave", true, answers));
    }

    static Map<String, Object> instrument(String version) {
        return Facts.instrument(
                "small",
                version,
                List.of(
                        Facts.thenNow("a"),
                        Facts.thenNow("b"),
                        Facts.options("stage", "multi_choice", List.of("x", "y", "z")),
                        Facts.options("good", "choice", List.of("Yes", "No")),
                        Facts.text("text")),
                List.of(Facts.scale("both", "a", "b")));
    }

    static Tenant declareAndJoin(String study) {
        declare(study);
        return join(study, Facts.institution(study));
    }

    static Tenant join(String study, Tenant site) {
        given().auth()
                .oauth2(Token.member(site, Roles.INSTITUTION_ADMIN))
                .contentType("application/json")
                .body(Map.of("agreement", 1))
                .post("/analytics/v1/studies/" + study + "/participation")
                .then()
                .statusCode(201);
        return site;
    }

    static void declare(String study) {
        Map<String, Object> declaration = Map.of(
                "key",
                study,
                "title",
                "Small",
                "purpose",
                "to look at few people",
                "agreement",
                "data use among few",
                "ahead",
                true,
                "inclusion",
                Map.of(
                        "curricula",
                        List.of(study),
                        "minimumMinutes",
                        240,
                        "audiences",
                        List.of("mentee"),
                        "instruments",
                        List.of(Map.of("key", "small", "version", "1")),
                        "from",
                        "2026-01-01",
                        "to",
                        "2026-12-31"),
                "population",
                "consented",
                "team",
                List.of(READER),
                "tables",
                Map.of(
                        "workshops",
                        List.of(
                                Map.of("row", "delivered", "count", "delivered"),
                                Map.of("row", "analysed", "count", "analysed"),
                                Map.of("row", "responded", "count", "responded"),
                                Map.of("row", "largest", "count", "largest"),
                                Map.of("row", "hours", "count", "minimum_hours")),
                        "participants",
                        List.of(Map.of("section", "stage", "item", "stage")),
                        "satisfaction",
                        List.of(Map.of("row", "good", "item", "good", "favourable", List.of("Yes"))),
                        "coded",
                        List.of(Map.of("section", "themes", "item", "text")),
                        "gains",
                        List.of("both"),
                        "comparison",
                        Map.of("section", "career_comparison", "item", "stage", "groups", List.of("x", "y"))));
        given().auth()
                .oauth2(Token.platform(Roles.PLATFORM_OPERATOR))
                .contentType("application/json")
                .body(declaration)
                .post("/analytics/v1/studies")
                .then()
                .statusCode(201);
    }
}
