package org.mentoringcommons.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class EventSchemasTest {

    private static final Path SCHEMA = Path.of("events/workshops.schema.json");
    private static final Path CROSSWALKS = Path.of("events/module-crosswalks.schema.json");
    private static final Path EXAMPLE = Path.of("events/workshops.example.json");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void every_workshop_fact_of_a_full_life_fits_the_schema() throws IOException {
        Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
        String delivered = facilitator.plannedInThePast();
        List<String> people = facilitator
                .roster(delivered, "name,email\nAna,ana@example.org\nBo,bo@example.org")
                .path("participants.id");
        facilitator.attend(delivered, 1, people);
        facilitator.put(
                WORKSHOPS + "/" + delivered + "/coverage", Map.of("known", true, "modules", List.of("expectations")));
        facilitator.post(WORKSHOPS + "/" + delivered + "/deliver", "");
        facilitator.put(WORKSHOPS + "/" + delivered + "/coverage", Map.of("known", false));
        String cancelled = facilitator.plannedInThePast();
        facilitator.post(WORKSHOPS + "/" + cancelled + "/cancel", "");

        List<Facts.Told> told = Facts.about(delivered);

        assertThat(told).hasSize(6);
        for (Facts.Told fact : told) {
            assertThat(schema().validate(fact.data())).as(fact.toString()).isEmpty();
        }
        for (Facts.Told fact : Facts.about(cancelled)) {
            assertThat(schema().validate(fact.data())).as(fact.toString()).isEmpty();
        }
    }

    @Test
    void the_example_is_what_the_service_tells_and_fits_the_schema() throws IOException {
        JsonNode example = json.readTree(EXAMPLE.toFile());
        String workshop = Api.facilitatorOf(Token.LAKESIDE).plannedInThePast();

        assertThat(schema().validate(example)).isEmpty();
        assertThat(example.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        () -> Facts.about(workshop).get(0).data().fieldNames());
    }

    @Test
    void the_schema_refuses_what_it_does_not_know() throws IOException {
        JsonNode example = json.readTree(EXAMPLE.toFile());
        ((com.fasterxml.jackson.databind.node.ObjectNode) example).put("title", "Spring cohort");

        assertThat(schema().validate(example)).isNotEmpty();
    }

    @Test
    void no_property_of_an_event_could_name_a_person() throws IOException {
        for (Path file : List.of(SCHEMA, CROSSWALKS)) {
            JsonNode schema = json.readTree(file.toFile());

            assertThat(schema.findValues("properties")).isNotEmpty().allSatisfy(properties -> assertThat(
                            properties.fieldNames())
                    .toIterable()
                    .noneMatch(property -> property.matches("(?i).*(name|email|token|receipt|text|title).*")));
        }
    }

    @Test
    void every_crosswalk_said_is_told_under_its_number_and_fits_the_schema() throws IOException {
        String key = "told-" + UUID.randomUUID();
        String curriculum = Packages.published();
        for (int number = 1; number <= 2; number++) {
            Api.operator()
                    .post("/curriculum/v1/crosswalks/" + key, crosswalk(curriculum))
                    .then()
                    .statusCode(201);
        }

        List<Facts.Told> told = Facts.about(key + "/2");

        assertThat(Facts.about(key + "/1")).hasSize(1);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).topic()).isEqualTo("module-crosswalks");
        assertThat(told.get(0).tenant()).isNull();
        assertThat(schema(CROSSWALKS).validate(told.get(0).data())).isEmpty();
        assertThat(told.get(0).data().get("competencies").toString()).isEqualTo("[\"communication\"]");
        JsonNode example =
                json.readTree(Path.of("events/module-crosswalks.example.json").toFile());
        assertThat(schema(CROSSWALKS).validate(example)).isEmpty();
        assertThat(example.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() -> told.get(0).data().fieldNames());
    }

    private static Map<String, Object> crosswalk(String curriculum) {
        return Map.of(
                "title",
                "Ours",
                "changes",
                "First edition.",
                "competencies",
                List.of(Map.of("key", "communication", "title", "Communication")),
                "curricula",
                List.of(Map.of("curriculum", curriculum, "version", "1.0.0")),
                "modules",
                List.of(Map.of("curriculum", curriculum, "module", "expectations", "competency", "communication")),
                "scales",
                List.of(Map.of("instrument", "survey", "scale", "communication", "competency", "communication")));
    }

    private static JsonSchema schema() throws IOException {
        return schema(SCHEMA);
    }

    private static JsonSchema schema(Path file) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(file));
    }
}
