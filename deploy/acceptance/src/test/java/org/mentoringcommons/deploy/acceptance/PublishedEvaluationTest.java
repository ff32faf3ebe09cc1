package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Demonstrated;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.demonstration.Margins;
import org.mentoringcommons.deploy.local.demonstration.RecreatedEvaluation;

/** The numbers of the published evaluation come out of the running exchange. */
@ExtendWith(TheStack.class)
class PublishedEvaluationTest {

    private static final double R_AGREES_TO = 1e-9;

    @TestFactory
    Stream<DynamicTest> every_published_number_is_equal() throws IOException {
        List<Margins.Margin> margins = Margins.compare(published(), report());

        assertThat(margins).hasSize(54);
        return margins.stream()
                .map(margin -> DynamicTest.dynamicTest(margin.key(), () -> assertThat(margin.holds())
                        .as("published %s, ours %s", margin.published(), margin.ours())
                        .isTrue()));
    }

    @TestFactory
    Stream<DynamicTest> every_scale_agrees_with_r() throws IOException {
        JsonNode report = report();
        List<DynamicTest> tests = new ArrayList<>();
        published().get("scales").properties().forEach(scale -> {
            compare(tests, report, scale.getKey(), scale.getValue(), "gains", "n", "n");
            compare(tests, report, scale.getKey(), scale.getValue(), "gains", "mean_pre", "mean_pre");
            compare(tests, report, scale.getKey(), scale.getValue(), "gains", "mean_post", "mean_post");
            compare(tests, report, scale.getKey(), scale.getValue(), "gains", "sd_pre", "sd_pre");
            compare(tests, report, scale.getKey(), scale.getValue(), "gains", "sd_post", "sd_post");
            compare(tests, report, scale.getKey(), scale.getValue(), "gains", "gain", "gain");
            compare(tests, report, scale.getKey(), scale.getValue(), "gains", "p_asymptotic", "p_spss");
            compare(tests, report, scale.getKey(), scale.getValue(), "gains", "n_negative", "n_neg");
            compare(tests, report, scale.getKey(), scale.getValue(), "gains", "n_zero", "n_zero");
            tests.add(DynamicTest.dynamicTest(scale.getKey() + ".n_positive", () -> assertThat(
                            TheStack.figure(report, "gains", scale.getKey(), "n_positive"))
                    .contains(String.valueOf(scale.getValue().get("n").asInt()
                            - scale.getValue().get("n_neg").asInt()
                            - scale.getValue().get("n_zero").asInt()))));
            compare(tests, report, scale.getKey(), scale.getValue(), "career_comparison", "p_before", "kw_p_pre");
            compare(tests, report, scale.getKey(), scale.getValue(), "career_comparison", "p_now", "kw_p_post");
        });
        return tests.stream();
    }

    @Test
    void two_coders_came_to_the_published_codes_and_it_is_said_how_far_they_agreed_before_they_talked() {
        JsonNode report = report();

        for (String table : List.of("planned_changes", "most_useful", "to_improve")) {
            assertThat(TheStack.figure(report, "coder_agreement", table, "kappa")
                            .map(Double::parseDouble))
                    .as(table)
                    .hasValueSatisfying(
                            kappa -> assertThat(kappa).isGreaterThan(0.8).isLessThanOrEqualTo(1));
        }
        assertThat(TheStack.figure(report, "coder_agreement", "planned_changes", "kappa")
                        .map(Double::parseDouble))
                .hasValueSatisfying(kappa -> assertThat(kappa).isLessThan(1));
    }

    @Test
    void the_tidy_csv_says_the_same() {
        Demonstrated.Person evaluator = TheStack.demonstrated().users().get("evaluator");

        String csv = TheStack.as(evaluator.username(), evaluator.institution(), Service.ANALYTICS)
                .accept("text/csv")
                .get("/analytics/v1/studies/" + TheStack.demonstrated().study() + "/report")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(csv.lines().findFirst())
                .contains("section,row,measure,value,n,numerator,denominator,lower,upper,method,version,status,reason,"
                        + "study,study_version,watermark");
        String gain =
                TheStack.figure(report(), "gains", "communication", "gain").orElseThrow();
        assertThat(csv.lines().filter(line -> line.startsWith("gains,communication,gain," + gain + ",")))
                .hasSize(1);
    }

    @Test
    void consented_answers_of_excluded_workshops_stay_out_by_the_rule() {
        JsonNode before = report();
        long answers = consented();
        answerAnExcluded("purdue", "mentee"); // too short
        answerAnExcluded("uc-berkeley", "combined"); // mentors and mentees together

        Eventually.assertThat(() -> assertThat(consented()).isEqualTo(answers + 4));
        assertThat(report().get("sections")).isEqualTo(before.get("sections"));
    }

    @Test
    void another_services_principal_cannot_read_the_answers() {
        for (Service service : List.of(Service.IDENTITY, Service.CURRICULUM, Service.SURVEY)) {
            assertThatThrownBy(() -> Log.readAll(service, "responses")).isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void the_same_events_delivered_twice_change_nothing() {
        JsonNode before = report();
        List<Long> rows = rows();

        for (String topic : List.of("institutions", "workshops", "waves", "responses", "codings", "item-crosswalks")) {
            Log.publishAgain(topic);
        }
        Log.awaitRead(Service.CURRICULUM);
        Log.awaitRead(Service.SURVEY);
        Log.awaitRead(Service.ANALYTICS);

        assertThat(rows()).isEqualTo(rows);
        assertThat(report().get("sections")).isEqualTo(before.get("sections"));
    }

    @Test
    void events_are_cloud_events_that_name_their_institution_and_nobody() {
        List<ConsumerRecord<String, byte[]>> facts = Log.readAll(Service.ANALYTICS, "responses").stream()
                .filter(event -> event.value() != null) // what was withdrawn is a key and nothing else
                .toList();
        assertThat(facts).isNotEmpty();
        for (ConsumerRecord<String, byte[]> event : facts) {
            assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(event, "ce_source")).isEqualTo("urn:mentoring-commons:survey");
            assertThat(header(event, "ce_type")).isEqualTo("org.mentoringcommons.response.v1");
            assertThat(header(event, "ce_subject")).isEqualTo(event.key());
            assertThat(header(event, "ce_tenant")).hasSize(36);
            assertThat(header(event, "content-type")).startsWith("application/json");
            assertThat(new String(event.value(), StandardCharsets.UTF_8)).doesNotContain("Invented", "@", "I plan");
        }
    }

    /** How much there is of everything an event can bring about. */
    private static List<Long> rows() {
        return List.of(
                Database.count(Service.SURVEY, "select count(*) from wave"),
                Database.count(Service.SURVEY, "select count(*) from invitation"),
                Database.count(Service.ANALYTICS, "select count(*) from workshop"),
                Database.count(Service.ANALYTICS, "select count(*) from response"),
                Database.count(Service.ANALYTICS, "select count(*) from coding"));
    }

    private static long consented() {
        return Database.count(Service.ANALYTICS, "select count(*) from response where research");
    }

    /** Enrols two people in an excluded workshop, late, and lets both answer with consent. */
    private static void answerAnExcluded(String institution, String audience) {
        String workshop = TheStack.as("facilitator." + institution, institution, Service.CURRICULUM)
                .get("/curriculum/v1/workshops?limit=500")
                .jsonPath()
                .getString("find { it.enrolled == 0 && it.audience == '" + audience + "' }.id");
        Workshops.enrol(institution, workshop, 2);
        for (String token : Workshops.tokens(institution, workshop, 2)) {
            Answer.to(token).improved().send().then().statusCode(201);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static void compare(
            List<DynamicTest> tests,
            JsonNode report,
            String scale,
            JsonNode expected,
            String section,
            String measure,
            String key) {
        tests.add(DynamicTest.dynamicTest(scale + "." + key, () -> {
            double ours = Double.parseDouble(
                    TheStack.figure(report, section, scale, measure).orElseThrow());
            double theirs = expected.get(key).asDouble();
            assertThat(ours).isCloseTo(theirs, org.assertj.core.data.Offset.offset(Math.abs(theirs) * R_AGREES_TO));
        }));
    }

    private static JsonNode report() {
        return TheStack.report(TheStack.demonstrated().study());
    }

    private static JsonNode published() throws IOException {
        return new ObjectMapper()
                .readTree(RecreatedEvaluation.class.getResourceAsStream("mentoring-up/expected_margins.json"));
    }
}
