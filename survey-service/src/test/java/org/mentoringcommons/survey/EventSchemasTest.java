package org.mentoringcommons.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** What this service tells is what it has published that it tells. */
@QuarkusTest
class EventSchemasTest {

    private static final Path EVENTS = Path.of("events");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    World world;

    @Test
    void every_fact_told_fits_its_schema() {
        Tenant institution = Token.LAKESIDE;
        World.Asked asked = world.asked(institution, 1);
        String receipt = Questions.receipt();
        Api.answer(asked.token(), receipt, Questions.goodAnswers()).then().statusCode(201);
        String response = Database.select("select id from response where wave = ?::uuid", asked.wave())
                .get(0)
                .get(0)
                .toString();
        Coders.agree(asked, response);

        Api.anybody()
                .post("/withdrawals", Map.of("institution", World.alias(institution), "receipt", receipt))
                .then()
                .statusCode(201);

        assertFits("item-crosswalks", Database.told("mentorship-competency/26/mentorship-competency/21")); // shipped
        assertFits("waves", Database.told(asked.wave()));
        assertThat(Database.told(asked.wave())
                        .get(0)
                        .data()
                        .at("/instrument/validationStatus")
                        .asText())
                .as("what is known of the instrument's validity goes along")
                .isEqualTo("none");
        assertFits("responses", Database.told(response));
        assertFits("codings", Database.told(response + ":planned_changes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"waves", "responses", "codings", "item-crosswalks"})
    void the_example_fits_its_schema(String topic) {
        assertThat(schema(topic).validate(read(topic + ".example.json"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"waves", "responses", "codings", "item-crosswalks"})
    void no_schema_has_room_for_who_it_was_or_what_was_written(String topic) {
        Set<String> names = new HashSet<>();
        collectPropertyNames(read(topic + ".schema.json"), names);

        assertThat(names).isNotEmpty();
        assertThat(names).allSatisfy(name -> assertThat(name.toLowerCase(Locale.ROOT))
                .doesNotContain("name", "email", "token", "receipt", "text", "participant", "pseudonym"));
    }

    private static void assertFits(String topic, List<Database.Told> facts) {
        assertThat(facts).isNotEmpty();
        facts.forEach(fact -> {
            assertThat(fact.topic()).isEqualTo(topic);
            if (fact.data() != null) { // an erased key has nothing to fit
                assertThat(schema(topic).validate(fact.data())).isEmpty();
            }
        });
    }

    private static JsonSchema schema(String topic) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(read(topic + ".schema.json"));
    }

    private static JsonNode read(String file) {
        try {
            return JSON.readTree(Files.readString(EVENTS.resolve(file)));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void collectPropertyNames(JsonNode schema, Set<String> names) {
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        Stream.iterate(schema.elements(), java.util.Iterator::hasNext, elements -> elements)
                .map(java.util.Iterator::next)
                .forEach(child -> collectPropertyNames(child, names));
    }
}
