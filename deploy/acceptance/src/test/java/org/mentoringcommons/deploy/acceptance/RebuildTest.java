package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Demonstrated;
import org.mentoringcommons.deploy.local.Service;

/** Everything analytics-service knows by facts can be made anew from the log, and is then what it was. */
@ExtendWith(TheStack.class)
@Order(Integer.MAX_VALUE) // leaves a rebuild behind, and the others ask what a service says that knows of none
class RebuildTest {

    /** Everything that facts bring, in an order of its own. */
    private static final Map<String, String> ROWS = rows();

    @Test
    void rows_and_counts_made_anew_from_the_log_are_those_that_stood_there_live() {
        somebodyAnswersAndSomebodyWithdraws();
        Map<String, List<String>> rows = content();
        JsonNode report = report();
        String counts = counts();
        List<String> told = toldOfWithdrawals();
        long before = Database.count(Service.ANALYTICS, "select count(*) from rebuild");

        TheStack.asOperator(Service.ANALYTICS)
                .post("/analytics/v1/rebuilds")
                .then()
                .statusCode(202);
        Eventually.assertThat(
                () -> assertThat(Database.count(Service.ANALYTICS, "select count(*) from rebuild where state = 'done'"))
                        .isEqualTo(before + 1));

        assertThat(content()).isEqualTo(rows);
        assertThat(told).isNotEmpty();
        assertThat(toldOfWithdrawals()).as("nothing is told again").isEqualTo(told);
        assertThat(counts()).as("counts made by replaying changes").isEqualTo(counts);
        assertThat(report()).isEqualTo(report);
        recountEverything();
        assertThat(counts()).as("counts made from the rows").isEqualTo(counts);
    }

    private static void somebodyAnswersAndSomebodyWithdraws() {
        String institution = evaluator().institution();
        String workshop = Workshops.deliver(institution, "entering-mentoring", "mentor", 3);
        List<String> tokens = Workshops.tokens(institution, workshop, 3);
        Answer.to(tokens.get(0)).improved().send().then().statusCode(201);
        Answer.to(tokens.get(1))
                .improved()
                .withoutResearchConsent()
                .send()
                .then()
                .statusCode(201);
        Answer.to(tokens.get(2)).improved().send().then().statusCode(201);
        given().baseUri(TheStack.stack().url(Service.SURVEY).toString())
                .post("/survey/v1/forms/" + tokens.get(2) + "/withdrawal")
                .then()
                .statusCode(201);
        Eventually.assertThat(() -> assertThat(Database.count(Service.SURVEY, "select count(*) from outbox"))
                .isZero());
        Log.awaitRead(Service.ANALYTICS);
    }

    private static List<String> toldOfWithdrawals() {
        Eventually.assertThat(() -> assertThat(Database.count(Service.ANALYTICS, "select count(*) from outbox"))
                .isZero());
        return Log.readAll(Service.SURVEY, "withdrawn-answers").stream()
                .map(record -> record.partition() + "/" + record.offset() + " " + record.key())
                .sorted()
                .toList();
    }

    private static Map<String, List<String>> content() {
        Map<String, List<String>> content = new LinkedHashMap<>();
        ROWS.forEach((table, query) -> content.put(table, Database.names(Service.ANALYTICS, query)));
        assertThat(content.get("response")).hasSizeGreaterThan(200);
        return content;
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        // its marks are made up anew
        rows.put("wave", "select (to_jsonb(t) - 'joined_mark' - 'left_mark')::text from wave t order by tenant, id");
        for (String table : List.of("workshop", "response")) {
            rows.put(table, "select t::text from " + table + " t order by tenant, id");
        }
        rows.put("coding", "select t::text from coding t order by tenant, response, item");
        return rows;
    }

    /** All but the name of the state: every institution's version rises when it is made anew. */
    private static JsonNode report() {
        JsonNode report = TheStack.report(TheStack.demonstrated().study());
        ((ObjectNode) report).remove("watermark");
        return report;
    }

    /** What an institution's evaluator sees of it comes from the kept counts. */
    private static String counts() {
        return TheStack.as(evaluator().username(), evaluator().institution(), Service.ANALYTICS)
                .accept("application/json")
                .get("/analytics/v1/progress/institution")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void recountEverything() {
        String tenant = TheStack.tenant(evaluator().institution());
        TheStack.asOperator(Service.ANALYTICS)
                .post("/analytics/v1/count-checks/" + tenant + "/recount")
                .then()
                .statusCode(202);
        Eventually.assertThat(() -> assertThat(
                        Database.count(Service.ANALYTICS, "select count(*) from institution_version where recount_due"))
                .isZero());
    }

    private static Demonstrated.Person evaluator() {
        return TheStack.demonstrated().users().get("evaluator");
    }
}
