package org.mentoringcommons.analytics.study;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Tenant;

/** What a declaration names exists, as far as workshops and waves have told; versions that ask differently are not pooled. */
@QuarkusTest
class KnownThingsTest {

    private static final Tenant SITE = Facts.institution("known things");

    @Inject
    Feed feed;

    @BeforeEach
    void a_workshop_was_evaluated_by_two_versions() {
        Map<String, Object> workshop = new HashMap<>(Facts.workshop("kt shop", "kt-curriculum", 240));
        workshop.put("coverage", Map.of("known", true, "modules", List.of("listening", "feedback")));
        feed.state("workshops", SITE, Facts.id("kt shop"), workshop);
        wave("1", List.of(Facts.thenNow("a"), Facts.thenNow("b"), Facts.likert("pace", 5)), "a", "b");
        wave("2", List.of(Facts.thenNow("a"), Facts.thenNow("c"), Facts.likert("pace", 7)), "a", "c");
        wave("3", List.of(Facts.thenNow("b"), Facts.thenNow("a"), Facts.likert("pace", 5)), "b", "a");
        wave("4", List.of(Facts.thenNow("a"), Facts.thenNow("b"), Facts.likert("pace", 5)), "a", "b");
        same("1", "2", "a", "pace");
        same("1", "3", "a", "b", "pace");
    }

    private void same(String from, String to, String... keys) {
        feed.state(
                "item-crosswalks",
                null,
                "kt/" + from + "/kt/" + to,
                Map.of(
                        "from",
                        Map.of("key", "kt", "version", from),
                        "to",
                        Map.of("key", "kt", "version", to),
                        "source",
                        "the authors",
                        "same",
                        java.util.Arrays.stream(keys)
                                .map(key -> Map.of("from", key, "to", key))
                                .toList()));
    }

    @Test
    void unknown_curricula_instruments_and_modules_are_refused_by_name() {
        Map<String, Object> study = study("unknown", "1", "9");
        inclusion(study).put("curricula", List.of("kt-curriculum", "never-heard-of"));
        Declared.declare(study)
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("inclusion.curricula[1]", "inclusion.instruments[1]"));

        Map<String, Object> modules = study("unknown", "1");
        inclusion(modules).put("modules", List.of("listening", "juggling"));
        Declared.declare(modules).statusCode(400).body("violations.field", contains("inclusion.modules[1]"));

        Map<String, Object> ahead = study("ahead-of-them", "1", "9");
        ahead.put("ahead", true);
        Declared.declare(ahead).statusCode(201);
    }

    @Test
    void versions_that_sum_other_items_are_not_pooled_and_the_gap_is_named() {
        Declared.declare(study("gap", "1", "2"))
                .statusCode(400)
                .body("violations.field", hasItem("tables.gains[0]"))
                .body(
                        "violations.message",
                        hasItem(containsString(
                                "kt 1 alone sums b (pair of ratings of 7); kt 2 alone sums c (pair of ratings of 7)")));
    }

    @Test
    void versions_that_rate_an_item_on_other_points_are_not_pooled() {
        Map<String, Object> study = study("points", "1", "2");
        study.put(
                "tables",
                Map.of("satisfaction", List.of(Map.of("row", "pace", "item", "pace", "favourable", List.of("5")))));

        Declared.declare(study)
                .statusCode(400)
                .body("violations.field", contains("tables.satisfaction[0].item"))
                .body("violations.message", hasItem(containsString("kt 1 asks it as rating of 5; kt 2")));
    }

    @Test
    void versions_that_ask_the_same_are_not_pooled_unless_a_crosswalk_declares_it() {
        Map<String, Object> study = study("undeclared", "1", "4");
        study.put(
                "tables",
                Map.of(
                        "gains",
                        List.of("skill"),
                        "satisfaction",
                        List.of(Map.of("row", "pace", "item", "pace", "favourable", List.of("5")))));

        Declared.declare(study)
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("tables.gains[0]", "tables.satisfaction[0].item"))
                .body("violations.message", hasItem(containsString("no crosswalk declares these items the same")))
                .body("violations.message", hasItem(containsString("kt 4 alone sums a (pair of ratings of 7)")));
    }

    @Test
    void versions_that_sum_the_same_items_in_another_order_are_one_scale() {
        Declared.declare(study("one-scale", "1", "3")).statusCode(201);
    }

    @Test
    void an_unknown_scale_and_an_unknown_item_are_refused_by_name() {
        Map<String, Object> study = study("never-asked", "1");
        study.put(
                "tables",
                Map.of(
                        "gains",
                        List.of("skill", "unheard"),
                        "participants",
                        List.of(Map.of("section", "who", "item", "unasked"))));
        study.put(
                "groupings",
                List.of(Map.of("section", "g", "by", "item", "item", "unseen", "groups", List.of("x", "y"))));

        Declared.declare(study)
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder("tables.gains[1]", "tables.participants[0].item", "groupings[0].item"));
    }

    private static Map<String, Object> study(String key, String... versions) {
        Map<String, Object> study = Declared.study("kt-" + key, "kt-curriculum", "kt", "skill", "reader");
        study.put("ahead", false);
        inclusion(study)
                .put(
                        "instruments",
                        java.util.Arrays.stream(versions)
                                .map(version -> Map.of("key", "kt", "version", version))
                                .toList());
        return study;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inclusion(Map<String, Object> study) {
        return (Map<String, Object>) study.get("inclusion");
    }

    private void wave(String version, List<Map<String, Object>> items, String... summed) {
        String name = "kt wave " + version;
        feed.state(
                "waves",
                SITE,
                Facts.id(name),
                Facts.wave(
                        name,
                        "kt shop",
                        Facts.instrument("kt", version, items, List.of(Facts.scale("skill", summed)))));
    }
}
