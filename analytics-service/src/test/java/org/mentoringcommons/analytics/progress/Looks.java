package org.mentoringcommons.analytics.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
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

/** Workshops that are evaluated, and looks at what came of it. */
abstract class Looks {

    static final String OPEN = "2099-01-01T00:00:00Z";

    static final String CLOSED = "2026-04-03T05:00:00Z";

    static final String OWN = "the one who held it";

    @Inject
    Feed feed;

    Tenant held(String name, String closesAt) {
        return held(Facts.institution("progress " + name), name, closesAt);
    }

    Tenant held(Tenant site, String name, String closesAt) {
        feed.state("workshops", site, Facts.id(name), Facts.workshop(name, "progress", 240));
        wave(site, name, closesAt);
        return site;
    }

    void wave(Tenant site, String name, String closesAt) {
        tell(site, name, asking(name, closesAt));
    }

    /** A wave of people who were asked elsewhere, and its workshop. */
    void imported(Tenant site, String name) {
        feed.state("workshops", site, Facts.id(name), Facts.workshop(name, "progress", 240));
        Map<String, Object> wave = asking(name, CLOSED);
        wave.put("invited", 0);
        wave.put("imported", true);
        tell(site, name, wave);
    }

    private void tell(Tenant site, String name, Map<String, Object> wave) {
        feed.state("waves", site, Facts.id(name + " wave"), wave);
    }

    private static Map<String, Object> asking(String name, String closesAt) {
        Map<String, Object> wave = new HashMap<>(Facts.wave(
                name + " wave",
                name,
                Facts.instrument(
                        "progress", "1", List.of(Facts.thenNow("a")), List.of(Facts.scale("skill <&>", "a")))));
        wave.put("closesAt", closesAt);
        return wave;
    }

    /** Before, now and gain differ between people, so that nothing is hidden because all are equal. */
    void answers(Tenant site, String name, int from, int to) {
        for (int person = from; person < to; person++) {
            answer(site, name, person, 3 + person % 2, 3 + person % 4);
        }
    }

    void answer(Tenant site, String name, int person, int then, int now) {
        answer(site, name, person, then, now, true);
    }

    void answer(Tenant site, String name, int person, int then, int now, boolean research) {
        feed.state(
                "responses",
                site,
                id(name, person),
                Facts.response(
                        name + " person " + person, name + " wave", research, Map.of("a", Facts.pair(then, now))));
    }

    static String id(String name, int person) {
        return Facts.id(name + " person " + person);
    }

    static String path(String name) {
        return "/analytics/v1/progress/workshops/" + Facts.id(name);
    }

    static io.restassured.specification.RequestSpecification as(Tenant site, String role) {
        return Declared.as(Token.member(site, role));
    }

    static JsonNode progress(Tenant site, String name, String role) throws IOException {
        return read(as(site, role), path(name));
    }

    static JsonNode institution(Tenant site, String role) throws IOException {
        return read(as(site, role), "/analytics/v1/progress/institution");
    }

    static JsonNode asOwn(Tenant site, String name) throws IOException {
        return read(Declared.as(Token.of(OWN).at(site, Roles.FACILITATOR).sign()), path(name));
    }

    static JsonNode read(io.restassured.specification.RequestSpecification as, String path) throws IOException {
        return new ObjectMapper()
                .readTree(as.accept("application/json")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    static io.restassured.response.ValidatableResponse name(Tenant site, String name, String method) {
        return Declared.administrator(site)
                .request(method.toUpperCase(java.util.Locale.ROOT), path(name) + "/facilitators/" + OWN)
                .then();
    }

    static String value(JsonNode view, String measure) {
        return figure(view, measure).get("text").asText();
    }

    static JsonNode figure(JsonNode view, String measure) {
        for (JsonNode figure : figures(view)) {
            if (figure.get("measure").asText().equals(measure)) {
                return figure;
            }
        }
        throw new AssertionError("no " + measure + " in " + view);
    }

    static List<String> shown(JsonNode view) {
        List<String> shown = new ArrayList<>();
        figures(view).forEach(figure -> {
            if (figure.get("status").asText().equals("shown")) {
                shown.add(figure.get("measure").asText());
            }
        });
        return shown;
    }

    static List<String> measures(JsonNode view) {
        List<String> measures = new ArrayList<>();
        figures(view).forEach(figure -> measures.add(figure.get("measure").asText()));
        return measures;
    }

    static JsonNode figures(JsonNode view) {
        return view.at("/instruments/0/scales/0/figures");
    }
}
