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
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class EventSchemasTest {

    private static final Path SCHEMA = Path.of("events/workshops.schema.json");
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
        JsonNode schema = json.readTree(SCHEMA.toFile());

        assertThat(schema.findValues("properties")).isNotEmpty().allSatisfy(properties -> assertThat(
                        properties.fieldNames())
                .toIterable()
                .noneMatch(property -> property.matches("(?i).*(name|email|token|receipt|text|title).*")));
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
    }
}
