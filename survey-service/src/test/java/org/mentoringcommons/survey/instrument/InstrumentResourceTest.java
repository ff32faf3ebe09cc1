package org.mentoringcommons.survey.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class InstrumentResourceTest {

    private final String key = "instrument-" + UUID.randomUUID();

    @Test
    void an_instrument_is_read_as_it_was_created_by_every_institution() {
        Response created = Api.operator()
                .post(
                        "/instruments",
                        Questions.instrument(key, Questions.items(), List.of(Questions.scale("s", "communication_1"))));

        created.then().statusCode(201).header("Location", endsWith("/survey/v1/instruments/" + key + "/1"));
        Response read = Api.portal(Token.HILLTOP).get("/instruments/" + key + "/1");
        read.then()
                .statusCode(200)
                .body("title", equalTo("How mentoring went for me"))
                .body("items.kind", contains("then_now", "then_now", "likert", "choice", "multi_choice", "text"))
                .body("items[0].points", equalTo(7))
                .body("items[2].required", equalTo(true))
                .body("items[3].options[1].code", equalTo("Assistant Professor"))
                .body("scales[0].items", contains("communication_1"));
        assertThat(read.<Map<String, Object>>path("$")).isEqualTo(created.path("$"));
    }

    @Test
    void a_version_is_frozen() {
        Map<String, Object> instrument = Questions.instrument(key, Questions.items(), List.of());
        Api.operator().post("/instruments", instrument).then().statusCode(201);

        Response again = Api.operator().post("/instruments", instrument);

        again.then()
                .statusCode(409)
                .body("type", endsWith("instrument-exists"))
                .body("violations.field", contains("version"));
    }

    @Test
    void contradictions_are_all_named_and_nothing_is_created() {
        List<Object> items = List.of(
                Questions.thenNow("a", 7),
                Questions.thenNow("b", 5),
                Questions.text("a", 10),
                Questions.choice("choice", "c", "x", "x"));
        List<Object> scales = List.of(Questions.scale("s", "a", "b", "c", "nowhere"), Questions.scale("s", "a", "a"));

        Response refused = Api.operator().post("/instruments", Questions.instrument(key, items, scales));

        refused.then()
                .statusCode(400)
                .body("type", endsWith("instrument-contradictory"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "items[2].key",
                                "items[3].options",
                                "scales[0].items[2]",
                                "scales[0].items[3]",
                                "scales[0].items",
                                "scales[1].key",
                                "scales[1].items[1]"));
        Api.operator().get("/instruments/" + key + "/1").then().statusCode(404);
    }

    @Test
    void malformed_items_are_named() {
        Map<String, Object> item = new HashMap<>(Questions.thenNow("no dots.please", 12));
        item.remove("highAnchor");

        Response refused = Api.operator().post("/instruments", Questions.instrument(key, List.of(item), List.of()));

        refused.then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("items[0].key", "items[0].points", "items[0].highAnchor"));
    }

    @Test
    void an_unknown_kind_or_property_is_refused_by_name() {
        List<Object> slider = List.of(Map.of("kind", "slider", "key", "a", "label", "A"));
        Map<String, Object> misspelt = new HashMap<>(Questions.instrument(key, Questions.items(), List.of()));
        misspelt.put("licens", "CC0");

        Api.operator()
                .post("/instruments", Questions.instrument(key, slider, List.of()))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem("items[0]"));
        Api.operator()
                .post("/instruments", misspelt)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("licens"));
    }

    @Test
    void the_list_leads_from_page_to_page() {
        for (String version : List.of("1", "2", "3")) {
            Map<String, Object> instrument = new HashMap<>(Questions.instrument(key, Questions.items(), List.of()));
            instrument.put("version", version);
            Api.operator().post("/instruments", instrument).then().statusCode(201);
        }

        List<String> versions = new ArrayList<>();
        Response page = Api.operator().get("/instruments?limit=2&after=" + key + "/");
        while (page != null) {
            versions.addAll(page.<List<Map<String, String>>>path("findAll { it.key == '" + key + "' }").stream()
                    .map(instrument -> instrument.get("version"))
                    .toList());
            page = Api.operator().next(page);
        }

        assertThat(versions).containsExactly("1", "2", "3");
    }

    @Test
    void a_page_has_bounds() {
        Api.operator().get("/instruments?limit=501").then().statusCode(400).body("violations.field", contains("limit"));
    }
}
