package org.mentoringcommons.survey.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Our records of what analytics-service tells, against the examples that it publishes. */
class ForeignFactsTest {

    private static final Path EVENTS = Path.of("../analytics-service/events");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void that_a_release_is_frozen_and_withdrawn() throws IOException {
        ReleaseFact fact = JSON.readValue(example("releases"), ReleaseFact.class);

        assertThat(fact.number()).isPositive();
        assertThat(fact.edition()).isPositive();
        assertThat(fact.study()).isNotBlank();
        assertThat(fact.frozenAt()).isNotNull();
        assertThat(fact.institutions()).hasSize(2);
        assertThat(fact.withdrawn().at()).isAfter(fact.frozenAt());
        assertThat(fact.withdrawn().replacedBy()).isGreaterThan(fact.number());
    }

    @Test
    void that_results_are_ready() throws IOException {
        ResultsFact fact = JSON.readValue(example("results"), ResultsFact.class);

        assertThat(fact.wave()).isNotNull();
        assertThat(fact.workshop()).isNotNull();
        assertThat(fact.responded()).isPositive();
    }

    private static String example(String topic) throws IOException {
        return Files.readString(EVENTS.resolve(topic + ".example.json"));
    }
}
