package org.mentoringcommons.analytics.report;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.mentoringcommons.tenancy.contract.Token;

/** A report as its reader gets it. */
record Figures(JsonNode report) {

    static Figures read(String study, String subject) {
        String body = given().auth()
                .oauth2(Token.of(subject).sign())
                .accept("application/json")
                .get("/analytics/v1/studies/" + study + "/report")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return new Figures(new ObjectMapper().readTree(body));
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(body, unreadable);
        }
    }

    JsonNode measure(String section, String row, String measure) {
        return named(row(section, row).get("measures"), "measure", measure);
    }

    double value(String section, String row, String measure) {
        JsonNode value = measure(section, row, measure).get("value");
        if (!value.isNumber()) {
            throw new AssertionError(section + "/" + row + "/" + measure + " has no value");
        }
        return value.doubleValue();
    }

    long n(String section, String row, String measure) {
        return measure(section, row, measure).get("n").longValue();
    }

    List<Long> counts(String section, List<String> rows) {
        return rows.stream().map(row -> (long) value(section, row, "count")).toList();
    }

    List<String> rows(String section) {
        List<String> names = new ArrayList<>();
        section(section).get("rows").forEach(row -> names.add(row.get("row").asText()));
        return names;
    }

    List<String> sections() {
        List<String> names = new ArrayList<>();
        report.get("sections")
                .forEach(section -> names.add(section.get("section").asText()));
        return names;
    }

    String notes(String section) {
        return section(section).get("notes").toString();
    }

    private JsonNode row(String section, String row) {
        return named(section(section).get("rows"), "row", row);
    }

    private JsonNode section(String section) {
        return named(report.get("sections"), "section", section);
    }

    private static JsonNode named(JsonNode list, String property, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(element -> element.get(property).asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + property + " " + name + " in " + list));
    }
}
