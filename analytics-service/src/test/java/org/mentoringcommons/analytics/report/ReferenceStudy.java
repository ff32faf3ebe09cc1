package org.mentoringcommons.analytics.report;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** The people of fixture 03 in workshops of known hours, modes and modules, as R's answers assume them. */
final class ReferenceStudy {

    static final String STUDY = "reference-report";
    static final String READER = "reader of the reference report";
    private static final String DATA = "/fixtures/statistics/03_mca26_full/data.csv";
    private static final String WORKSHOPS = "/reference/workshops.csv";
    private static final List<String> GROUPS = List.of("zero", "one", "two");
    private static final Map<String, Integer> SCALES = scales();

    private static Map<String, Integer> scales() {
        Map<String, Integer> scales = new LinkedHashMap<>();
        scales.put("communication", 6);
        scales.put("expectations", 5);
        scales.put("understanding", 3);
        scales.put("independence", 5);
        scales.put("diversity", 2);
        scales.put("professional", 5);
        return scales;
    }

    void feed(Feed feed) {
        declare();
        List<CSVRecord> people = read(DATA);
        Map<String, String> siteOf = new LinkedHashMap<>();
        people.forEach(person -> siteOf.put(person.get("workshop"), person.get("institution")));
        siteOf.values().stream().distinct().forEach(site -> join(feed, site));
        read(WORKSHOPS).forEach(workshop -> workshop(feed, workshop, tenant(siteOf.get(workshop.get("workshop")))));
        for (CSVRecord person : people) {
            String name = STUDY + " person " + person.get("id");
            String wave = STUDY + " wave " + person.get("workshop");
            feed.state(
                    "responses",
                    tenant(person.get("institution")),
                    Facts.id(name),
                    Facts.response(name, wave, true, answers(person)));
        }
    }

    private static Tenant tenant(String site) {
        return Facts.institution(STUDY + " " + site);
    }

    private static void join(Feed feed, String site) {
        Map<String, Object> institution = new HashMap<>(Facts.institutionState(tenant(site), "UTC"));
        institution.put("alias", site);
        feed.state("institutions", null, tenant(site).id(), institution);
        given().auth()
                .oauth2(Token.member(tenant(site), Roles.INSTITUTION_ADMIN))
                .contentType("application/json")
                .body(Map.of("agreement", 1))
                .post("/analytics/v1/studies/" + STUDY + "/participation")
                .then()
                .statusCode(201);
    }

    private static void workshop(Feed feed, CSVRecord row, Tenant site) {
        String name = STUDY + " " + row.get("workshop");
        Map<String, Object> state = new HashMap<>(Facts.workshop(name, STUDY, Integer.parseInt(row.get("minutes"))));
        state.put("mode", row.get("mode"));
        state.put("attended", 20);
        state.put(
                "coverage",
                row.get("coverage_known").equals("1")
                        ? Map.of(
                                "known",
                                true,
                                "modules",
                                List.of(row.get("modules").split(" ")))
                        : Map.of("known", false));
        feed.state("workshops", site, Facts.id(name), state);
        String wave = STUDY + " wave " + row.get("workshop");
        feed.state("waves", site, Facts.id(wave), Facts.wave(wave, name, instrument()));
    }

    private static Map<String, Object> answers(CSVRecord person) {
        Map<String, Object> answers = new HashMap<>();
        SCALES.forEach((scale, items) -> {
            for (int item = 1; item <= items; item++) {
                String then = person.get(scale + "_" + item + "_pre");
                String now = person.get(scale + "_" + item + "_post");
                if (isGiven(then) && isGiven(now)) {
                    answers.put(scale + "_" + item, Facts.pair(Integer.parseInt(then), Integer.parseInt(now)));
                }
            }
        });
        answers.put("group", GROUPS.get(Integer.parseInt(person.get("id")) % GROUPS.size()));
        return answers;
    }

    private static boolean isGiven(String cell) {
        return !cell.isEmpty() && !cell.equals("NA");
    }

    private static Map<String, Object> instrument() {
        List<Map<String, Object>> items = new ArrayList<>();
        List<Map<String, Object>> scales = new ArrayList<>();
        SCALES.forEach((scale, count) -> {
            String[] keys = new String[count];
            for (int item = 1; item <= count; item++) {
                keys[item - 1] = scale + "_" + item;
                items.add(Facts.thenNow(keys[item - 1]));
            }
            scales.add(Facts.scale(scale, keys));
        });
        items.add(Facts.options("group", "choice", GROUPS));
        return Facts.instrument(STUDY, "1", items, scales);
    }

    private static void declare() {
        Map<String, Object> inclusion = Map.of(
                "curricula", List.of(STUDY),
                "minimumMinutes", 0,
                "audiences", List.of("mentee"),
                "instruments", List.of(Map.of("key", STUDY, "version", "1")));
        Map<String, Object> declaration = new HashMap<>();
        declaration.put("key", STUDY);
        declaration.put("title", "Reference");
        declaration.put("purpose", "to compare with R");
        declaration.put("agreement", "any");
        declaration.put("ahead", true);
        declaration.put("inclusion", inclusion);
        declaration.put("population", "consented");
        declaration.put("team", List.of(READER));
        declaration.put(
                "tables",
                Map.of(
                        "gains",
                        List.copyOf(SCALES.keySet()),
                        "comparison",
                        Map.of("section", "groups", "item", "group", "groups", GROUPS)));
        given().auth()
                .oauth2(Token.platform(Roles.PLATFORM_OPERATOR))
                .contentType("application/json")
                .body(declaration)
                .post("/analytics/v1/studies")
                .then()
                .statusCode(201);
    }

    private static List<CSVRecord> read(String file) {
        try (Reader reader =
                new InputStreamReader(ReferenceStudy.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
