package org.mentoringcommons.analytics.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Who of an institution sees how much of its own results while a wave is open. */
@QuarkusTest
class ProgressTest {

    private static final String OPEN = "2099-01-01T00:00:00Z";
    private static final String CLOSED = "2026-04-03T05:00:00Z";
    private static final String OWN = "the one who held it";

    @Inject
    Feed feed;

    @Test
    void an_evaluator_sees_everything_as_it_stands_also_of_one_person() throws IOException {
        Tenant site = held("evaluated", OPEN);
        answer(site, "evaluated", 1, 2, 5);

        JsonNode first = progress(site, "evaluated", Roles.EVALUATOR);
        assertThat(first.get("results").asText()).isEqualTo("unsuppressed");
        assertThat(value(first, "n")).isEqualTo("1");
        assertThat(value(first, "mean_gain")).isEqualTo("3.0");
        assertThat(figure(first, "sd_gain").get("status").asText()).isEqualTo("undefined");
        assertThat(figure(first, "percent_complete").get("value").asDouble()).isEqualTo(100);
        answer(site, "evaluated", 2, 2, 4, false);
        assertThat(value(progress(site, "evaluated", Roles.EVALUATOR), "mean_gain"))
                .isEqualTo("2.5");
        assertThat(value(institution(site, Roles.EVALUATOR), "n")).isEqualTo("2");
    }

    @Test
    void a_facilitator_and_a_portal_see_counts_live_and_results_by_threshold() throws IOException {
        Tenant site = held("thresholds", OPEN);
        answers(site, "thresholds", 0, 10);

        for (String role : List.of(Roles.FACILITATOR, Roles.PORTAL)) {
            JsonNode few = progress(site, "thresholds", role);
            assertThat(few.get("results").asText()).isEqualTo("thresholds");
            assertThat(shown(few)).isEmpty();
            assertThat(few.at("/instruments/0/responded").asInt()).isEqualTo(10);
            assertThat(few.at("/instruments/0/responseRate").asDouble()).isEqualTo(125.0);
        }
        answers(site, "thresholds", 10, 15);

        JsonNode enough = progress(site, "thresholds", Roles.PORTAL);
        assertThat(shown(enough))
                .containsExactlyInAnyOrder(
                        "n",
                        "mean_before",
                        "mean_now",
                        "mean_gain",
                        "median_before",
                        "median_now",
                        "median_gain",
                        "percent_improved");
        assertThat(value(enough, "n")).isEqualTo("15");
    }

    @Test
    void of_a_few_people_only_who_is_named_as_the_workshops_own_facilitator_sees_a_band_and_means() throws IOException {
        Tenant site = held("own", OPEN);
        answers(site, "own", 0, 7);

        assertThat(shown(asOwn(site, "own"))).isEmpty();
        name(site, "own", "put").statusCode(204);
        name(site, "own", "put").statusCode(204);

        JsonNode own = asOwn(site, "own");
        assertThat(shown(own)).containsExactlyInAnyOrder("n", "mean_before", "mean_now", "mean_gain");
        assertThat(value(own, "n")).isEqualTo("5–10");
        assertThat(shown(progress(site, "own", Roles.FACILITATOR))).isEmpty();
        assertThat(shown(progress(site, "own", Roles.PORTAL))).isEmpty();
        Declared.administrator(site).get(path("own") + "/facilitators").then().body("$", contains(OWN));
        name(site, "own", "delete").statusCode(204);
        name(site, "own", "delete").statusCode(404).body("type", endsWith("facilitator-not-found"));
        assertThat(shown(asOwn(site, "own"))).isEmpty();
    }

    @Test
    void two_looks_around_a_submission_a_correction_or_a_withdrawal_show_the_same() throws IOException {
        Tenant site = held("around", OPEN);
        answers(site, "around", 0, 20);
        JsonNode before = progress(site, "around", Roles.FACILITATOR);

        List<Runnable> changes = List.of(
                () -> answer(site, "around", 20, 1, 7),
                () -> answer(site, "around", 3, 7, 1),
                () -> feed.erased("responses", site, id("around", 4)),
                () -> answer(site, "around", 21, 1, 7),
                () -> feed.erased("responses", site, id("around", 21)),
                () -> answer(site, "around", 5, 1, 1, false));
        for (Runnable change : changes) {
            change.run();
            JsonNode after = progress(site, "around", Roles.FACILITATOR);
            assertThat(after.at("/instruments/0/scales")).isEqualTo(before.at("/instruments/0/scales"));
            assertThat(institution(site, Roles.PORTAL).at("/instruments/0/scales"))
                    .isEqualTo(before.at("/instruments/0/scales"));
        }
        answers(site, "around", 30, 34);

        // one left of the first two, and four more
        assertThat(value(progress(site, "around", Roles.FACILITATOR), "n")).isEqualTo("24");
    }

    @Test
    void at_the_close_everything_there_is_counts_once_and_a_withdrawal_afterwards_shows_nothing() throws IOException {
        Tenant site = held("closing", OPEN);
        answers(site, "closing", 0, 12);
        assertThat(value(progress(site, "closing", Roles.PORTAL), "n")).isEqualTo("12");
        answers(site, "closing", 12, 14);
        assertThat(value(progress(site, "closing", Roles.PORTAL), "n")).isEqualTo("12");

        wave(site, "closing", CLOSED);

        JsonNode closed = progress(site, "closing", Roles.PORTAL);
        assertThat(value(closed, "n")).isEqualTo("14");
        assertThat(closed.at("/instruments/0/openWaves").asInt()).isZero();
        for (int person = 0; person < 4; person++) {
            feed.erased("responses", site, id("closing", person));
            JsonNode after = progress(site, "closing", Roles.PORTAL);
            assertThat(after.at("/instruments/0/scales")).isEqualTo(closed.at("/instruments/0/scales"));
            assertThat(after.at("/instruments/0/responded").asInt()).isEqualTo(13 - person);
        }
        feed.erased("responses", site, id("closing", 4));
        assertThat(shown(progress(site, "closing", Roles.PORTAL))).isEmpty();
    }

    @Test
    void an_erased_wave_takes_what_was_shown_of_it_along() throws Exception {
        Tenant site = held("erased", OPEN);
        answers(site, "erased", 0, 12);
        assertThat(value(progress(site, "erased", Roles.PORTAL), "n")).isEqualTo("12");

        feed.erased("waves", site, Facts.id("erased wave"));

        try (Connection owner = Database.asOwner()) {
            assertThat(Database.rows(owner, "select 1 from progress_snapshot where tenant = '" + site + "'"))
                    .isEmpty();
        }
        assertThat(progress(site, "erased", Roles.PORTAL).get("instruments")).isEmpty();
    }

    /** Whoever looks before and after every single event never sees a difference that fewer than five people made. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void no_sequence_of_looks_isolates_fewer_than_five_people(long seed) throws IOException {
        Random random = new Random(seed);
        String name = "attack " + seed;
        Tenant site = held(name, OPEN);
        name(site, name, "put").statusCode(204);
        Set<Integer> present = new HashSet<>();
        Set<Integer> shownThen = new HashSet<>();
        JsonNode last = asOwn(site, name).at("/instruments/0/scales");
        int next = 0;
        int refreshed = 0;
        for (int step = 0; step < 70; step++) {
            if (present.isEmpty() || random.nextInt(10) < 6) {
                answer(site, name, next, 1 + random.nextInt(7), 1 + random.nextInt(7));
                present.add(next++);
            } else {
                int person = List.copyOf(present).get(random.nextInt(present.size()));
                if (random.nextBoolean()) {
                    feed.erased("responses", site, id(name, person));
                    present.remove(person);
                } else {
                    answer(site, name, person, 1 + random.nextInt(7), 1 + random.nextInt(7));
                }
            }
            JsonNode now = asOwn(site, name).at("/instruments/0/scales");
            Set<Integer> fresh = new HashSet<>(present);
            fresh.removeAll(shownThen);
            Set<Integer> gone = new HashSet<>(shownThen);
            gone.removeAll(present);
            if (fresh.size() >= 5 || gone.size() >= 5) {
                shownThen = new HashSet<>(present);
                refreshed++;
            } else {
                assertThat(now).as("step " + step).isEqualTo(last);
            }
            last = now;
        }
        assertThat(refreshed).isGreaterThan(2);
    }

    @Test
    void a_sum_over_workshops_is_hidden_while_it_would_tell_about_a_hidden_one() throws IOException {
        Tenant site = Facts.institution("progress sum");
        held(site, "sum large", OPEN);
        held(site, "sum small", OPEN);
        answers(site, "sum large", 0, 20);
        assertThat(value(institution(site, Roles.PORTAL), "n")).isEqualTo("20");

        answers(site, "sum small", 0, 5);

        JsonNode hidden = institution(site, Roles.PORTAL);
        assertThat(shown(hidden)).isEmpty();
        assertThat(hidden.at("/instruments/0/responded").asInt()).isEqualTo(25);
        assertThat(measures(hidden)).isEqualTo(measures(progress(site, "sum large", Roles.PORTAL)));
        held(site, "sum other", OPEN);
        answers(site, "sum other", 0, 10);
        assertThat(value(institution(site, Roles.PORTAL), "n")).isEqualTo("35");
    }

    @Test
    void neither_administrators_nor_participants_nor_anybody_elsewhere_see_results() {
        Tenant site = held("guarded-progress", OPEN);

        for (String path : List.of(path("guarded-progress"), "/analytics/v1/progress/institution")) {
            for (String token : List.of(
                    Token.member(site, Roles.INSTITUTION_ADMIN, Roles.PARTICIPANT),
                    Token.platform(Roles.PLATFORM_OPERATOR, Roles.HUB_ADMIN, Roles.ANALYST))) {
                Declared.as(token).get(path).then().statusCode(403);
            }
        }
        Declared.as(Token.member(Token.HILLTOP, Roles.EVALUATOR))
                .get(path("guarded-progress"))
                .then()
                .statusCode(404)
                .body("type", endsWith("workshop-not-found"));
        Declared.administrator(Token.HILLTOP)
                .put(path("guarded-progress") + "/facilitators/somebody")
                .then()
                .statusCode(404);
        Declared.as(Token.member(Facts.institution("nobody asked"), Roles.PORTAL))
                .get("/analytics/v1/progress/institution")
                .then()
                .statusCode(200)
                .body("instruments", hasSize(0));
    }

    @Test
    void the_page_says_the_same_and_escapes_what_institutions_named() throws IOException {
        Tenant site = held("page", OPEN);
        answers(site, "page", 0, 12);

        String page = as(site, Roles.PORTAL)
                .accept("text/html")
                .get(path("page"))
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .asString();

        Files.writeString(Path.of("target/progress.html"), page);
        assertThat(page)
                .contains("12 of 8 people invited have answered (150.0 %)", "not shown", "progress 1")
                .contains("<th scope=\"row\">skill &lt;&amp;&gt;</th>")
                .doesNotContain("<script", "http://", "https://", "<&>");
        assertThat(page).contains("<td>" + value(progress(site, "page", Roles.PORTAL), "mean_gain") + "</td>");
    }

    private Tenant held(String name, String closesAt) {
        return held(Facts.institution("progress " + name), name, closesAt);
    }

    private Tenant held(Tenant site, String name, String closesAt) {
        feed.state("workshops", site, Facts.id(name), Facts.workshop(name, "progress", 240));
        wave(site, name, closesAt);
        return site;
    }

    private void wave(Tenant site, String name, String closesAt) {
        Map<String, Object> wave = new HashMap<>(Facts.wave(
                name + " wave",
                name,
                Facts.instrument(
                        "progress", "1", List.of(Facts.thenNow("a")), List.of(Facts.scale("skill <&>", "a")))));
        wave.put("closesAt", closesAt);
        feed.state("waves", site, Facts.id(name + " wave"), wave);
    }

    /** Before, now and gain differ between people, so that nothing is hidden because all are equal. */
    private void answers(Tenant site, String name, int from, int to) {
        for (int person = from; person < to; person++) {
            answer(site, name, person, 3 + person % 2, 3 + person % 4);
        }
    }

    private void answer(Tenant site, String name, int person, int then, int now) {
        answer(site, name, person, then, now, true);
    }

    private void answer(Tenant site, String name, int person, int then, int now, boolean research) {
        feed.state(
                "responses",
                site,
                id(name, person),
                Facts.response(
                        name + " person " + person, name + " wave", research, Map.of("a", Facts.pair(then, now))));
    }

    private static String id(String name, int person) {
        return Facts.id(name + " person " + person);
    }

    private static String path(String name) {
        return "/analytics/v1/progress/workshops/" + Facts.id(name);
    }

    private static io.restassured.specification.RequestSpecification as(Tenant site, String role) {
        return Declared.as(Token.member(site, role));
    }

    private static JsonNode progress(Tenant site, String name, String role) throws IOException {
        return read(as(site, role), path(name));
    }

    private static JsonNode institution(Tenant site, String role) throws IOException {
        return read(as(site, role), "/analytics/v1/progress/institution");
    }

    private static JsonNode asOwn(Tenant site, String name) throws IOException {
        return read(Declared.as(Token.of(OWN).at(site, Roles.FACILITATOR).sign()), path(name));
    }

    private static JsonNode read(io.restassured.specification.RequestSpecification as, String path) throws IOException {
        return new ObjectMapper()
                .readTree(as.accept("application/json")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private static io.restassured.response.ValidatableResponse name(Tenant site, String name, String method) {
        return Declared.administrator(site)
                .request(method.toUpperCase(java.util.Locale.ROOT), path(name) + "/facilitators/" + OWN)
                .then();
    }

    private static String value(JsonNode view, String measure) {
        return figure(view, measure).get("text").asText();
    }

    private static JsonNode figure(JsonNode view, String measure) {
        for (JsonNode figure : figures(view)) {
            if (figure.get("measure").asText().equals(measure)) {
                return figure;
            }
        }
        throw new AssertionError("no " + measure + " in " + view);
    }

    private static List<String> shown(JsonNode view) {
        List<String> shown = new ArrayList<>();
        figures(view).forEach(figure -> {
            if (figure.get("status").asText().equals("shown")) {
                shown.add(figure.get("measure").asText());
            }
        });
        return shown;
    }

    private static List<String> measures(JsonNode view) {
        List<String> measures = new ArrayList<>();
        figures(view).forEach(figure -> measures.add(figure.get("measure").asText()));
        return measures;
    }

    private static JsonNode figures(JsonNode view) {
        return view.at("/instruments/0/scales/0/figures");
    }
}
