package org.mentoringcommons.provisioning.institution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EVENTS = Path.of("events");

    static Stream<Arguments> everyKindInEveryStateThatIsTold() {
        return Stream.of(Kind.values()).flatMap(kind -> Stream.of(State.values())
                .filter(state -> state != State.REQUESTED)
                .map(state -> Arguments.of(kind, state)));
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryStateThatIsTold")
    void every_fact_fits_the_published_schema(Kind kind, State told) throws IOException {
        InstitutionState state = new InstitutionState(
                "7c0f2c51-3f3b-4f0e-8a53-0f7ad9a7c1de",
                "lakeside",
                "Lakeside University",
                "midwest",
                kind,
                "America/Chicago",
                told,
                told == State.CLOSED ? true : null);

        JsonNode written =
                JSON.readTree(JSON.writeValueAsString(state.atVersion(1).data()));

        assertThat(schema().validate(written)).isEmpty();
    }

    @Test
    void the_published_example_is_a_fact_and_fits_the_schema() throws IOException {
        JsonNode example =
                JSON.readTree(EVENTS.resolve("institutions.example.json").toFile());

        InstitutionState read = JSON.treeToValue(example, InstitutionState.class);

        assertThat(schema().validate(example)).isEmpty();
        assertThat((JsonNode) JSON.valueToTree(read)).isEqualTo(example);
    }

    @Test
    void the_schema_takes_nothing_it_does_not_name_and_names_nothing_of_a_person() throws IOException {
        JsonNode schema =
                JSON.readTree(EVENTS.resolve("institutions.schema.json").toFile());

        assertThat(schema.get("additionalProperties").asBoolean(true)).isFalse();
        // "name" is the institution's own, so it is allowed here and nowhere else
        assertThat(List.copyOf(Set.copyOf(JSON.convertValue(schema.get("properties"), java.util.Map.class)
                        .keySet())))
                .noneSatisfy(property -> assertThat(property.toString().toLowerCase())
                        .containsAnyOf("mail", "token", "receipt", "text", "person", "user", "admin", "password"));
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        JSON.readTree(EVENTS.resolve("institutions.schema.json").toFile()));
    }
}
