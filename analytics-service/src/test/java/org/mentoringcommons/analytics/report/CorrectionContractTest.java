package org.mentoringcommons.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Tenant;

/**
 * An answer as survey-service's own example tells it, corrected and taken back in every way its schema allows: every figure
 * of a study's report says what was told last, and nothing of what was told before.
 */
@QuarkusTest
class CorrectionContractTest {

    private static final Tenant SITE = Facts.institution("correction");
    private static final Path EVENTS = Path.of("../survey-service/events");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STUDY = "corrections";
    private static final String READER = "corrections reader";

    @Inject
    Feed feed;

    private Map<String, Object> told;

    @BeforeEach
    void the_example_was_told() throws IOException {
        Map<String, Object> wave = example("waves");
        String workshop = (String) wave.get("workshop");
        Map<String, Object> held = new HashMap<>(Facts.workshop("x", STUDY, 240));
        held.put("id", workshop);
        feed.state("workshops", SITE, workshop, held);
        feed.state("waves", SITE, (String) wave.get("id"), wave);
        told = example("responses");
        Map<String, Object> study = Declared.study(STUDY, STUDY, "mentee-competency", "communication", READER);
        study.put(
                "tables",
                Map.of(
                        "workshops",
                        List.of(
                                Map.of("row", "responded", "count", "responded"),
                                Map.of("row", "consented", "count", "consented")),
                        "gains",
                        List.of("communication"),
                        "scores",
                        List.of("style"),
                        "participants",
                        List.of(Map.of("section", "race", "item", "race")),
                        "satisfaction",
                        List.of(
                                Map.of("row", "valuable", "item", "valuable", "favourable", List.of("Yes")),
                                Map.of(
                                        "row",
                                        "effective",
                                        "item",
                                        "facilitator_effectiveness",
                                        "favourable",
                                        List.of("4", "5")))));
        if (Declared.declare(study).extract().statusCode() == 201) {
            Declared.join(STUDY, SITE, 1).statusCode(201);
        }
    }

    @Test
    void the_report_says_what_was_told_last() throws IOException {
        tell(told);
        Figures first = read();
        assertThat(first.value("gains", "communication", "gain")).isEqualTo(1.0);
        assertThat(first.value("scores", "style", "mean"))
                .as("2 of 6, from the other end")
                .isEqualTo(5.0);
        assertThat(first.value("satisfaction", "valuable", "count")).isEqualTo(1);
        assertThat(first.value("satisfaction", "effective", "count")).isEqualTo(1);
        assertThat(first.value("participants.race", "White", "count")).isEqualTo(1);

        answers().put("communication_2", Map.of("then", 4, "now", 7));
        answers().put("meeting_style", 6);
        answers().put("valuable", "No");
        answers().put("facilitator_effectiveness", 1);
        answers().put("race", List.of("Other"));
        tell(told);

        Figures corrected = read();
        assertThat(corrected.value("gains", "communication", "n")).isEqualTo(1);
        assertThat(corrected.value("gains", "communication", "gain")).isEqualTo(2.5);
        assertThat(corrected.value("scores", "style", "mean")).isEqualTo(1.0);
        assertThat(corrected.value("satisfaction", "valuable", "count")).isZero();
        assertThat(corrected.n("satisfaction", "valuable", "count")).isEqualTo(1);
        assertThat(corrected.value("satisfaction", "effective", "count")).isZero();
        assertThat(corrected.value("participants.race", "White", "count")).isZero();
        assertThat(corrected.value("participants.race", "Other", "count")).isEqualTo(1);
        assertThat(corrected.report().get("watermark"))
                .isNotEqualTo(first.report().get("watermark"));

        answers().keySet().removeAll(List.of("communication_2", "meeting_style", "valuable"));
        tell(told);

        Figures shorter = read();
        assertThat(shorter.value("gains", "communication", "n")).isZero();
        assertThat(shorter.value("scores", "style", "n")).isZero();
        assertThat(shorter.n("satisfaction", "valuable", "count")).isZero();
        assertThat(shorter.value("workshops", "responded", "count")).isEqualTo(1);
    }

    @Test
    void who_takes_back_the_consent_to_research_or_all_is_in_no_figure() throws IOException {
        told.put("research", false);
        tell(told);
        Figures without = read();
        assertThat(without.value("gains", "communication", "n")).isZero();
        assertThat(without.value("workshops", "consented", "count")).isZero();
        assertThat(without.value("workshops", "responded", "count"))
                .as("as a number")
                .isEqualTo(1);

        told.put("research", true);
        tell(told);
        assertThat(read().value("gains", "communication", "n")).isEqualTo(1);

        told.put("research", false);
        told.put("answers", Map.of());
        told.remove("own");
        tell(told);
        assertThat(read().value("gains", "communication", "n")).isZero();
        feed.erased("responses", SITE, (String) told.get("id"));
        assertThat(read().value("workshops", "responded", "count")).isZero();
    }

    /** @throws AssertionError if the producer would not tell it so */
    private void tell(Map<String, Object> state) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(EVENTS.resolve("responses.schema.json")));
        assertThat(schema.validate(JSON.valueToTree(state))).isEmpty();
        feed.state("responses", SITE, (String) state.get("id"), state);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> answers() {
        return (Map<String, Object>) told.get("answers");
    }

    private static Figures read() {
        return Figures.read(STUDY, READER);
    }

    private static Map<String, Object> example(String topic) throws IOException {
        return JSON.readValue(Files.readString(EVENTS.resolve(topic + ".example.json")), new TypeReference<>() {});
    }
}
