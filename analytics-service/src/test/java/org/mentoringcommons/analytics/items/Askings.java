package org.mentoringcommons.analytics.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Institutions that asked five questions, answers to them, and looks at what came of it. */
abstract class Askings {

    static final String PATH = "/analytics/v1/item-analysis/passage/1";

    @Inject
    Feed feed;

    Tenant asked(String name, String workshop) {
        Tenant site = Facts.institution("items " + name);
        feed.state("institutions", null, site.id(), Facts.institutionState(site, "UTC"));
        workshop(site, workshop);
        return site;
    }

    void workshop(Tenant site, String workshop) {
        workshop(site, workshop, Instant.parse("2026-04-03T05:00:00Z"));
    }

    void workshop(Tenant site, String workshop, Instant closesAt) {
        feed.state("workshops", site, Facts.id(workshop), Facts.workshop(workshop, "items", 240));
        tell(site, workshop, asking(workshop, closesAt));
    }

    void imported(Tenant site, String workshop) {
        feed.state("workshops", site, Facts.id(workshop), Facts.workshop(workshop, "items", 240));
        Map<String, Object> wave = asking(workshop, Instant.parse("2026-04-03T05:00:00Z"));
        wave.put("invited", 0);
        wave.put("imported", true);
        tell(site, workshop, wave);
    }

    private void tell(Tenant site, String workshop, Map<String, Object> wave) {
        feed.state("waves", site, Facts.id(workshop + " wave"), wave);
    }

    private static Map<String, Object> asking(String workshop, Instant closesAt) {
        Map<String, Object> wave = new HashMap<>(Facts.wave(
                workshop + " wave",
                workshop,
                Facts.instrument(
                        "passage",
                        "1",
                        List.of(
                                Facts.thenNow("a"),
                                Facts.likert("b", 5),
                                Facts.text("words"),
                                Facts.options("c", "choice", List.of("x", "y")),
                                Facts.options("d", "multi_choice", List.of("p", "q"))),
                        List.of(Facts.scale("both", "a")))));
        wave.put("closesAt", closesAt.toString());
        return wave;
    }

    void answer(Tenant site, String workshop, int person, Map<String, ?> answers) {
        String name = workshop + " person " + person;
        feed.state("responses", site, Facts.id(name), Facts.response(name, workshop + " wave", true, answers));
    }

    static List<String> lines(JsonNode view) {
        List<String> lines = new ArrayList<>();
        view.get("items")
                .forEach(item -> lines.add("%s answered %d, left before %d, reached %d, skipped %d"
                        .formatted(
                                item.get("item").asText(),
                                item.get("answered").asInt(),
                                item.get("leftBefore").asInt(),
                                item.get("reached").asInt(),
                                item.get("skipped").asInt())));
        return lines;
    }

    static String figure(Tenant site) {
        return evaluator(site)
                .accept("image/svg+xml")
                .get(PATH + "/figure")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .extract()
                .asString();
    }

    static JsonNode read(Tenant site, String path) throws IOException {
        return new ObjectMapper()
                .readTree(evaluator(site)
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    static io.restassured.specification.RequestSpecification evaluator(Tenant site) {
        return Declared.as(Token.member(site, Roles.EVALUATOR));
    }
}
