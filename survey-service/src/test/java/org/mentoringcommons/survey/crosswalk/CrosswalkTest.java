package org.mentoringcommons.survey.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class CrosswalkTest {

    @Inject
    ShippedCrosswalk shipped;

    private final String key = "instrument-" + UUID.randomUUID();

    @Test
    void the_revision_of_the_shipped_instrument_names_what_stayed_and_what_has_no_counterpart() {
        shipped.declare(null); // as another instance that starts

        Response read = Api.portal(Token.HILLTOP).get("/crosswalks/mentorship-competency/21");

        read.then()
                .statusCode(200)
                .body("from.version", contains("26"))
                .body("[0].same", hasSize(21))
                .body(
                        "[0].onlyFrom",
                        contains(
                                "communication_6",
                                "expectations_3",
                                "independence_3",
                                "independence_5",
                                "professional_4"))
                .body("[0].onlyTo", hasSize(0));
    }

    @Test
    void what_is_declared_is_told_once_and_belongs_to_no_institution() {
        version("1", Questions.items());
        version("2", Questions.items());
        declare(List.of(same("planned_changes", "planned_changes"))).then().statusCode(201);
        declare(List.of(same("planned_changes", "planned_changes"))).then().statusCode(409);

        List<Database.Told> told = Database.told(key + "/1/" + key + "/2");

        assertThat(told).hasSize(1);
        assertThat(told.get(0).tenant()).isNull();
        assertThat(told.get(0).type()).isEqualTo("org.mentoringcommons.item-crosswalk.v1");
        assertThat(told.get(0).data().at("/same/0/to").asText()).isEqualTo("planned_changes");
        assertThat(Database.told("mentorship-competency/26/mentorship-competency/21"))
                .as("the shipped one, however often the service starts")
                .hasSize(1);
    }

    @Test
    void only_items_that_are_answered_alike_can_be_the_same() {
        version("1", Questions.items());
        version("2", List.of(Questions.thenNow("communication_1", 5), Questions.text("planned_changes", 10)));

        declare(List.of(
                        same("communication_1", "communication_1"),
                        same("planned_changes", "planned_changes"),
                        same("nowhere", "planned_changes")))
                .then()
                .statusCode(400)
                .body("type", endsWith(":crosswalk-contradictory"))
                .body("violations.field", contains("same[0]", "same[2].from", "same[2].to"));
        declare(List.of(same("planned_changes", "planned_changes")))
                .then()
                .statusCode(201)
                .body("onlyTo", contains("communication_1"))
                .body("onlyFrom", hasSize(5));
        declare(List.of(same("planned_changes", "planned_changes")))
                .then()
                .statusCode(409)
                .body("type", endsWith(":crosswalk-exists"));
    }

    @Test
    void both_versions_must_exist_and_not_be_one() {
        version("1", Questions.items());

        declare(List.of(same("valuable", "valuable"))).then().statusCode(400).body("violations.field", contains("to"));
        Map<String, Object> itself = new HashMap<>(wanted(List.of(same("valuable", "valuable"))));
        itself.put("to", itself.get("from"));
        Api.operator().post("/crosswalks", itself).then().statusCode(400).body("violations.field", contains("to"));
        Api.portal(Token.LAKESIDE).get("/crosswalks/" + key + "/9").then().statusCode(404);
        assertThat(Api.portal(Token.LAKESIDE).get("/crosswalks/" + key + "/1").<List<?>>path("$"))
                .isEmpty();
    }

    @Test
    void the_difference_of_two_versions_can_be_read() {
        version("1", Questions.items());
        List<Object> items = new java.util.ArrayList<>(Questions.items());
        items.remove(1);
        items.set(0, Questions.thenNow("communication_1", 5));
        items.add(Questions.text("most_useful", 100));
        version("2", items);

        Response json = Api.portal(Token.LAKESIDE).get("/instruments/" + key + "/1/differences/2");
        String text = io.restassured.RestAssured.given()
                .auth()
                .oauth2(Api.portal(Token.LAKESIDE).token())
                .accept("text/plain")
                .get("/survey/v1/instruments/" + key + "/1/differences/2")
                .asString();

        json.then()
                .statusCode(200)
                .body("items.key", contains("communication_1", "communication_2", "most_useful"))
                .body("items.change", contains("changed", "removed", "added"))
                .body("items[0].changed[0].property", equalTo("points"))
                .body("items[0].changed[0].before", equalTo("7"))
                .body("items[0].changed[0].after", equalTo("5"))
                .body("reordered", equalTo(false));
        assertThat(text)
                .isEqualTo(
                        """
                        %s 1 → %s 2
                        Items:
                        ~ communication_1 (Telling my mentor what I need)
                            points: 7 → 5
                        - communication_2 (Telling my mentor what I need)
                        + most_useful (What will you change?)
                        Scales: all the same
                        """
                                .formatted(key, key));
    }

    private void version(String version, List<Object> items) {
        Map<String, Object> instrument = new HashMap<>(Questions.instrument(key, items, List.of()));
        instrument.put("version", version);
        Api.operator().post("/instruments", instrument).then().statusCode(201);
    }

    private Response declare(List<Object> same) {
        return Api.operator().post("/crosswalks", wanted(same));
    }

    private Map<String, Object> wanted(List<Object> same) {
        return Map.of(
                "from",
                Map.of("key", key, "version", "1"),
                "to",
                Map.of("key", key, "version", "2"),
                "source",
                "A test",
                "same",
                same);
    }

    private static Object same(String from, String to) {
        return Map.of("from", from, "to", to);
    }
}
