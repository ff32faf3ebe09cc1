package org.mentoringcommons.analytics.report;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** The published evaluation as a study with answers, fed once for all tests that look at its report. */
final class RecreatedStudy {

    static final String STUDY = "recreated-evaluation";
    static final String EVALUATOR = "evaluator-of-the-study";
    private static boolean fed;

    private final RecreatedEvaluation evaluation = new RecreatedEvaluation();

    /** Feeds the answers, those of excluded workshops and of an institution that does not join too, and declares. */
    RecreatedEvaluation feedOnce(Feed feed) {
        if (!fed) {
            evaluation.feed(feed);
            evaluation.feedAnswersOfExcludedWorkshops(feed);
            anInstitutionThatDidNotJoin(feed);
            declare();
            evaluation.sites().forEach(RecreatedStudy::join);
            fed = true;
        }
        return evaluation;
    }

    private void anInstitutionThatDidNotJoin(Feed feed) {
        Tenant outsider = Facts.institution("outsider");
        feed.state(
                "workshops",
                outsider,
                Facts.id("theirs"),
                Facts.workshop("theirs", RecreatedEvaluation.CURRICULUM, 480));
        feed.state(
                "waves",
                outsider,
                Facts.id("wave theirs"),
                Facts.wave("wave theirs", "theirs", evaluation.instrument()));
        feed.state(
                "responses",
                outsider,
                Facts.id("somebody of theirs"),
                Facts.response("somebody of theirs", "wave theirs", true, evaluation.extremeAnswers()));
        feed.state(
                "codings",
                outsider,
                Facts.id("somebody of theirs") + ":plans",
                Facts.coding("somebody of theirs", "plans", "Other"));
    }

    private void declare() {
        given().auth()
                .oauth2(Token.platform(Roles.PLATFORM_OPERATOR))
                .contentType("application/json")
                .body(declaration())
                .post("/analytics/v1/studies")
                .then()
                .statusCode(201);
    }

    static void join(Tenant site) {
        given().auth()
                .oauth2(Token.member(site, Roles.INSTITUTION_ADMIN))
                .contentType("application/json")
                .body(Map.of("agreement", 1))
                .post("/analytics/v1/studies/" + STUDY + "/participation")
                .then()
                .statusCode(201);
    }

    private Map<String, Object> declaration() {
        return Map.of(
                "key",
                STUDY,
                "title",
                "The recreated evaluation",
                "purpose",
                "to print it again",
                "agreement",
                "multi-site data use",
                "inclusion",
                Map.of(
                        "curricula", List.of(RecreatedEvaluation.CURRICULUM),
                        "minimumMinutes", 240,
                        "audiences", List.of("mentee"),
                        "instruments", List.of(Map.of("key", "recreated", "version", "1"))),
                "population",
                "consented",
                "team",
                List.of(EVALUATOR),
                "tables",
                Map.of(
                        "workshops",
                        List.of(
                                Map.of("row", "implementations_delivered", "count", "delivered"),
                                Map.of("row", "excluded_short", "count", "excluded", "reason", "short"),
                                Map.of("row", "excluded_combined", "count", "excluded", "reason", "audience"),
                                Map.of("row", "implementations_analysed", "count", "analysed"),
                                Map.of("row", "in_person", "count", "analysed", "mode", "in_person"),
                                Map.of("row", "online", "count", "analysed", "mode", "online"),
                                Map.of("row", "institutions_plus_bigten", "count", "sites"),
                                Map.of("row", "trained", "count", "trained"),
                                Map.of("row", "responded", "count", "responded"),
                                Map.of("row", "consented", "count", "consented"),
                                Map.of(
                                        "row",
                                        "workshops_6_to_10",
                                        "count",
                                        "analysed",
                                        "minimumSize",
                                        6,
                                        "maximumSize",
                                        10),
                                Map.of("row", "largest_workshop", "count", "largest"),
                                Map.of("row", "min_hours", "count", "minimum_hours"),
                                Map.of("row", "work_life_modules", "count", "analysed", "module", "work-life"),
                                Map.of("row", "unknown_modules", "count", "unknown_coverage")),
                        "participants",
                        List.of(
                                Map.of("section", "career_stage", "item", "career"),
                                Map.of("section", "race_ethnicity", "item", "race"),
                                Map.of("section", "gender", "item", "gender")),
                        "satisfaction",
                        List.of(
                                Map.of(
                                        "row",
                                        "facilitator_effectiveness",
                                        "item",
                                        "facilitator_effectiveness",
                                        "favourable",
                                        List.of("4", "5")),
                                Map.of("row", "valuable", "item", "valuable", "favourable", List.of("Yes")),
                                Map.of("row", "recommend", "item", "recommend", "favourable", List.of("Yes")),
                                Map.of(
                                        "row",
                                        "planned_change",
                                        "item",
                                        "planned_change",
                                        "favourable",
                                        List.of("Yes"))),
                        "coded",
                        List.of(
                                Map.of("section", "planned_changes", "item", "plans"),
                                Map.of("section", "most_useful", "item", "useful"),
                                Map.of("section", "to_improve", "item", "improve")),
                        "gains",
                        evaluation.scaleKeys(),
                        "comparison",
                        Map.of(
                                "section",
                                "career_comparison",
                                "item",
                                "career",
                                "groups",
                                List.of("Assistant Professor", "Postdoc", "Graduate Student"))));
    }
}
