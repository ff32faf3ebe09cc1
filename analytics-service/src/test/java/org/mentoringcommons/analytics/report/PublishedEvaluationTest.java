package org.mentoringcommons.analytics.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.mentoringcommons.analytics.report.RecreatedStudy.EVALUATOR;
import static org.mentoringcommons.analytics.report.RecreatedStudy.STUDY;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Every number of the published evaluation, through the API; and what must not count does not. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedEvaluationTest {

    private static final double TENTH_DIGIT = 1e-8; // percent of the value

    @Inject
    Feed feed;

    private RecreatedEvaluation evaluation;
    private Figures report;

    /** Once; not before all, because the service's port is known to the HTTP client only from here on. */
    @BeforeEach
    void the_fifteen_sites_answered_and_joined() {
        if (report == null) {
            evaluation = new RecreatedStudy().feedOnce(feed);
            report = Figures.read(STUDY, EVALUATOR);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_margin_holds() {
        JsonNode margins = RecreatedEvaluation.expected().get("margins");
        List<String> names = new ArrayList<>();
        margins.fieldNames().forEachRemaining(names::add);
        assertThat(names).hasSize(54);
        return names.stream()
                .map(name -> dynamicTest(name, () -> {
                    JsonNode expected = margins.get(name).get("expected");
                    List<Double> wanted = new ArrayList<>();
                    if (expected.isArray()) {
                        expected.forEach(number -> wanted.add(number.doubleValue()));
                    } else {
                        wanted.add(expected.doubleValue());
                    }
                    assertThat(margin(name)).isEqualTo(wanted);
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_scale_equals_r() {
        JsonNode scales = RecreatedEvaluation.expected().get("scales");
        assertThat(scales).hasSize(7);
        Map<String, String> measures = Map.of(
                "n", "n",
                "mean_pre", "mean_pre",
                "sd_pre", "sd_pre",
                "mean_post", "mean_post",
                "sd_post", "sd_post",
                "gain", "gain",
                "p_spss", "p_asymptotic",
                "n_neg", "n_negative",
                "n_zero", "n_zero");
        return evaluation.scaleKeys().stream()
                .flatMap(scale -> Stream.concat(
                        measures.entrySet().stream()
                                .map(pair -> equal(scales, scale, pair.getKey(), "gains", pair.getValue())),
                        Stream.of(
                                equal(scales, scale, "kw_p_pre", "career_comparison", "p_before"),
                                equal(scales, scale, "kw_p_post", "career_comparison", "p_now"))));
    }

    @Test
    void rows_about_people_stand_in_the_order_of_the_instrument_and_nobody_is_a_row_too() {
        assertThat(report.rows("participants.race_ethnicity")).isEqualTo(RecreatedEvaluation.codesOf("race"));
        assertThat(report.value("participants.race_ethnicity", "Native Hawaiian/Pacific Islander", "percent"))
                .isZero();
    }

    @Test
    void every_declared_section_is_there() {
        assertThat(report.sections())
                .containsExactly(
                        "workshops",
                        "response_rate",
                        "participants.career_stage",
                        "participants.race_ethnicity",
                        "participants.gender",
                        "satisfaction",
                        "planned_changes",
                        "most_useful",
                        "to_improve",
                        "coder_agreement",
                        "gains",
                        "reliability",
                        "career_comparison",
                        "career_comparison.groups",
                        "career_comparison.pairs",
                        "mode_comparison",
                        "mode_comparison.groups",
                        "dose_outcome",
                        "dose_modules",
                        "sites",
                        "sites.each",
                        "published_gains",
                        "instruments");
    }

    @Test
    void the_csv_says_what_the_json_says() {
        List<String> lines = given().auth()
                .oauth2(Token.of(EVALUATOR).sign())
                .accept("text/csv")
                .get("/analytics/v1/studies/" + STUDY + "/report")
                .then()
                .statusCode(200)
                .contentType("text/csv; charset=UTF-8")
                .extract()
                .asString()
                .lines()
                .toList();

        int figures = 0;
        for (JsonNode section : report.report().get("sections")) {
            for (JsonNode row : section.get("rows")) {
                figures += row.get("measures").size();
            }
        }
        assertThat(lines).hasSize(figures + 1);
        assertThat(lines.get(0))
                .isEqualTo("section,row,measure,value,n,numerator,denominator,lower,upper,method,version,status,reason,"
                        + "study,study_version,watermark");
        String of = STUDY + ",1," + report.report().get("watermark").asText();
        JsonNode valuable = report.measure("satisfaction", "valuable", "percent");
        assertThat(lines)
                .contains(
                        "workshops,implementations_analysed,count,26,62,,,,,,,shown,," + of,
                        "gains,communication,n_negative,6,160,,,,,,,shown,," + of,
                        "satisfaction,valuable,percent," + valuable.get("value") + ",173,152,173,"
                                + valuable.get("lower") + "," + valuable.get("upper")
                                + ",Wilson score interval,1.0,shown,," + of);
    }

    @Test
    void an_institution_that_leaves_takes_its_answers_along_and_brings_them_back() {
        Tenant site = Facts.institution("UC-Berkeley");

        given().auth()
                .oauth2(Token.member(site, Roles.INSTITUTION_ADMIN))
                .delete("/analytics/v1/studies/" + STUDY + "/participation")
                .then()
                .statusCode(204);
        Figures without = Figures.read(STUDY, EVALUATOR);
        RecreatedStudy.join(site);
        Figures again = Figures.read(STUDY, EVALUATOR);

        assertThat(without.value("workshops", "institutions_plus_bigten", "count"))
                .isEqualTo(14);
        assertThat(without.value("workshops", "consented", "count")).isEqualTo(183 - 3 - 19);
        assertThat(again.report().get("sections")).isEqualTo(report.report().get("sections"));
    }

    private DynamicTest equal(JsonNode scales, String scale, String theirs, String section, String ours) {
        return dynamicTest(scale + " " + theirs, () -> assertThat(report.value(section, scale, ours))
                .isCloseTo(scales.get(scale).get(theirs).doubleValue(), withinPercentage(TENTH_DIGIT)));
    }

    private List<Double> margin(String name) {
        if (name.startsWith("gain_")) {
            return rounded("gains", name.substring("gain_".length()), "gain", 2);
        }
        if (name.startsWith("p_below_.001_")) {
            String scale = name.substring("p_below_.001_".length());
            return truth(report.value("gains", scale, "p_asymptotic") < .001
                    && report.value("gains", scale, "p_exact") < .001);
        }
        if (name.startsWith("kw_career_ns_")) {
            String scale = name.substring("kw_career_ns_".length());
            return truth(report.value("career_comparison", scale, "p_before") > .05
                    && report.value("career_comparison", scale, "p_now") > .05);
        }
        return switch (name) {
            case "respondent_rows" -> counts("workshops", List.of("trained", "responded", "consented"));
            case "response_rate_mean_1dp" -> rounded("response_rate", "workshops", "mean", 1);
            case "response_rate_sd_1dp" -> rounded("response_rate", "workshops", "sd", 1);
            case "workshops_6_to_10" -> truth(report.value("workshops", name, "count") > 13);
            case "min_hours" -> truth(report.value("workshops", name, "count") >= 4);
            case "table1_career" -> counts("participants.career_stage", RecreatedEvaluation.codesOf("career"));
            case "table1_race" -> counts("participants.race_ethnicity", RecreatedEvaluation.codesOf("race"));
            case "table1_gender" -> counts("participants.gender", RecreatedEvaluation.codesOf("gender"));
            case "table1_n_career" -> n("participants.career_stage", "Other", "percent");
            case "table1_n_race" -> n("participants.race_ethnicity", "Other", "percent");
            case "table1_n_gender" -> n("participants.gender", "Women", "percent");
            case "table2_facilitator" -> rounded("satisfaction", "facilitator_effectiveness", "percent", 1);
            case "table2_valuable" -> rounded("satisfaction", "valuable", "percent", 1);
            case "table2_recommend" -> rounded("satisfaction", "recommend", "percent", 1);
            case "table2_change" -> rounded("satisfaction", "planned_change", "percent", 0);
            case "table2_n" ->
                Stream.of("facilitator_effectiveness", "valuable", "recommend", "planned_change")
                        .map(row -> (double) report.n("satisfaction", row, "percent"))
                        .toList();
            case "table3" -> counts("planned_changes", RecreatedEvaluation.codesOf("plans"));
            case "table3_n" -> n("planned_changes", "Other", "percent");
            case "table3_assignments" -> n("planned_changes", "Other", "percent_of_assignments");
            case "table3_all_consented" ->
                truth(report.report().get("population").asText().equals("consented"));
            case "useful_n" -> n("most_useful", "peer discussion", "percent");
            case "useful" -> counts("most_useful", RecreatedEvaluation.codesOf("useful"));
            case "improve_n" -> n("to_improve", "length of training", "percent");
            case "improve_length" -> counts("to_improve", List.of("length of training"));
            default -> counts("workshops", List.of(name));
        };
    }

    private List<Double> counts(String section, List<String> rows) {
        return report.counts(section, rows).stream().map(Long::doubleValue).toList();
    }

    private List<Double> n(String section, String row, String measure) {
        return List.of((double) report.n(section, row, measure));
    }

    private List<Double> rounded(String section, String row, String measure, int digits) {
        return List.of(BigDecimal.valueOf(report.value(section, row, measure))
                .setScale(digits, RoundingMode.HALF_UP)
                .doubleValue());
    }

    private static List<Double> truth(boolean holds) {
        return List.of(holds ? 1.0 : 0.0);
    }
}
