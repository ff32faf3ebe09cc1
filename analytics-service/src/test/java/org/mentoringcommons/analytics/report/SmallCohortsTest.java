package org.mentoringcommons.analytics.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.mentoringcommons.analytics.report.SmallCohorts.READER;
import static org.mentoringcommons.analytics.report.SmallCohorts.declare;
import static org.mentoringcommons.analytics.report.SmallCohorts.declareAndJoin;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Nobody, one person, nobody changed, impossible attendance, odd words: explained, never NaN, never a failure. */
@QuarkusTest
class SmallCohortsTest {

    @Inject
    Feed feed;

    private SmallCohorts cohorts;

    @BeforeEach
    void begin() {
        cohorts = new SmallCohorts(feed);
    }

    @Test
    void a_study_that_nobody_joined_is_empty_and_says_so() {
        declare("empty");

        Figures report = Figures.read("empty", READER);

        assertThat(report.value("workshops", "delivered", "count")).isZero();
        assertThat(undefined(report))
                .contains("workshops/largest/count", "workshops/hours/count", "response_rate/workshops/mean");
        assertSound(report);
    }

    @Test
    void one_person_has_means_but_no_spread() {
        Tenant site = declareAndJoin("alone");
        cohorts.workshop(site, "alone", Map.of());
        cohorts.answer(
                site, "alone", "one", Map.of("a", Facts.pair(2, 4), "b", Facts.pair(3, 4), "stage", List.of("x")));

        Figures report = Figures.read("alone", READER);

        assertThat(report.value("gains", "both", "gain")).isEqualTo(1.5);
        assertThat(report.value("gains", "both", "p_exact")).isEqualTo(1);
        assertThat(undefined(report))
                .contains(
                        "gains/both/sd_gain",
                        "gains/both/sd_pre",
                        "response_rate/workshops/sd",
                        "career_comparison/both/p_now")
                .doesNotContain("gains/both/mean_pre");
        assertSound(report);
    }

    @Test
    void when_nobody_changed_there_is_nothing_to_test() {
        Tenant site = declareAndJoin("unchanged");
        cohorts.workshop(site, "unchanged", Map.of());
        for (String who : List.of("one", "two", "three")) {
            cohorts.answer(site, "unchanged", who, Map.of("a", Facts.pair(4, 4), "b", Facts.pair(5, 5)));
        }

        Figures report = Figures.read("unchanged", READER);

        assertThat(report.value("gains", "both", "gain")).isZero();
        assertThat(report.value("gains", "both", "n_zero")).isEqualTo(3);
        assertThat(report.measure("gains", "both", "p_exact").get("reason").asText())
                .isEqualTo("every difference is zero");
        assertSound(report);
    }

    @Test
    void a_workshop_with_more_answers_than_people_present_has_no_rate_and_is_counted_as_left_out() {
        Tenant site = declareAndJoin("overfull");
        cohorts.workshop(site, "overfull", Map.of("attended", 1));
        cohorts.answer(site, "overfull", "one", Map.of());
        cohorts.answer(site, "overfull", "two", Map.of());

        Figures report = Figures.read("overfull", READER);

        assertThat(report.value("response_rate", "workshops", "left_out")).isEqualTo(1);
        assertThat(undefined(report)).contains("response_rate/workshops/pooled");
        assertSound(report);
    }

    @Test
    void who_chooses_several_options_counts_once_as_a_person_and_in_no_group_of_two() {
        Tenant site = declareAndJoin("several");
        cohorts.workshop(site, "several", Map.of());
        cohorts.answer(
                site,
                "several",
                "one",
                Map.of("stage", List.of("x", "y"), "a", Facts.pair(1, 2), "b", Facts.pair(1, 2)));
        cohorts.answer(
                site, "several", "two", Map.of("stage", List.of("x"), "a", Facts.pair(1, 3), "b", Facts.pair(1, 3)));
        cohorts.answer(site, "several", "three", Map.of("stage", List.of()));

        Figures report = Figures.read("several", READER);

        assertThat(report.value("participants.stage", "x", "count")).isEqualTo(2);
        assertThat(report.value("participants.stage", "x", "percent")).isEqualTo(100);
        assertThat(report.n("participants.stage", "y", "percent_of_selections")).isEqualTo(3);
        assertThat(report.n("career_comparison", "both", "p_now")).isEqualTo(1);
        assertSound(report);
    }

    @Test
    void only_answers_by_the_studys_instrument_are_read() {
        Tenant site = declareAndJoin("other-instrument");
        cohorts.workshop(site, "other-instrument", Map.of());
        cohorts.answer(site, "other-instrument", "one", Map.of("a", Facts.pair(1, 2), "b", Facts.pair(1, 2)));
        String wave = "other wave";
        feed.state("waves", site, Facts.id(wave), Facts.wave(wave, "other-instrument", SmallCohorts.instrument("2")));
        feed.state(
                "responses",
                site,
                Facts.id("by another"),
                Facts.response("by another", wave, true, Map.of("a", Facts.pair(1, 7), "b", Facts.pair(1, 7))));

        Figures report = Figures.read("other-instrument", READER);

        assertThat(report.value("gains", "both", "gain")).isEqualTo(1);
        assertThat(report.value("workshops", "responded", "count")).isEqualTo(1);
    }

    @Test
    void a_workshop_counts_on_the_day_it_ended_where_it_was_held() {
        Tenant site = declareAndJoin("new-year");
        feed.state("institutions", null, site.id(), Facts.institutionState(site, "America/Chicago"));
        // 2026-01-01 in Greenwich, still 2025-12-31 in Chicago
        cohorts.workshop(
                site,
                "new-year",
                Map.of(
                        "sessions",
                        List.of(Map.of("startsAt", "2026-01-01T00:00:00Z", "endsAt", "2026-01-01T04:00:00Z"))));

        assertThat(Figures.read("new-year", READER).value("workshops", "analysed", "count"))
                .isZero();
        feed.state("institutions", null, site.id(), Facts.institutionState(site, "Europe/London"));
        assertThat(Figures.read("new-year", READER).value("workshops", "analysed", "count"))
                .isEqualTo(1);
    }

    @Test
    void a_code_that_looks_like_a_formula_is_text_in_csv_and_a_negative_gain_stays_a_number() {
        Tenant site = declareAndJoin("formula");
        cohorts.workshop(site, "formula", Map.of());
        cohorts.answer(site, "formula", "one", Map.of("a", Facts.pair(5, 3), "b", Facts.pair(5, 3)));
        feed.state(
                "codings",
                site,
                Facts.id("formula one") + ":text",
                Facts.coding("formula one", "text", "=HYPERLINK(1)"));

        String csv = given().auth()
                .oauth2(Token.of(READER).sign())
                .accept("text/csv")
                .get("/analytics/v1/studies/formula/report")
                .asString();

        assertThat(csv).contains("themes,'=HYPERLINK(1),count,1,1,,,,,,,shown", "gains,both,gain,-2.0,1,");
        assertThat(csv.lines().filter(line -> line.startsWith("gains,both,sd_gain,,1,")))
                .singleElement()
                .asString()
                .contains("undefined,there are too few observations,formula,1,");
    }

    @Test
    void a_report_is_for_the_team_only_and_each_reading_is_on_record() throws SQLException {
        declareAndJoin("watched");

        for (String token : List.of(
                Token.of("somebody").sign(),
                Token.platform(Roles.PLATFORM_OPERATOR, Roles.ANALYST, Roles.HUB_ADMIN),
                Token.member(Facts.institution("watched"), Roles.INSTITUTION_ADMIN))) {
            given().auth()
                    .oauth2(token)
                    .get("/analytics/v1/studies/watched/report")
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("study-not-found"));
        }
        Figures.read("watched", READER);

        try (Connection owner = Database.asOwner()) {
            assertThat(Database.rows(owner, "select subject from report_access where study = 'watched'"))
                    .containsExactly(READER);
        }
    }

    private static List<String> undefined(Figures report) {
        List<String> names = new ArrayList<>();
        each(report, (name, measure) -> {
            if (measure.get("status").asText().equals("undefined")) {
                names.add(name);
            }
        });
        return names;
    }

    /** Every figure has its n, and a value if, and only if, it is shown; what is undefined says why. */
    private static void assertSound(Figures report) {
        new Forms(report.report().get("study").asText(), READER).areSound();
        each(report, (name, measure) -> {
            boolean shown = measure.get("status").asText().equals("shown");
            assertThat(measure.get("n").isIntegralNumber()).as(name).isTrue();
            assertThat(measure.get("value").isNumber()).as(name).isEqualTo(shown);
            assertThat(measure.has("reason")).as(name).isEqualTo(!shown);
            assertThat(measure.has("lower")).as(name).isEqualTo(measure.has("upper"));
            assertThat(measure.toString()).as(name).doesNotContain("NaN", "Infinity");
        });
    }

    private static void each(Figures report, java.util.function.BiConsumer<String, JsonNode> check) {
        for (JsonNode section : report.report().get("sections")) {
            for (JsonNode row : section.get("rows")) {
                for (JsonNode measure : row.get("measures")) {
                    check.accept(
                            section.get("section").asText() + "/"
                                    + row.get("row").asText() + "/"
                                    + measure.get("measure").asText(),
                            measure);
                }
            }
        }
    }
}
