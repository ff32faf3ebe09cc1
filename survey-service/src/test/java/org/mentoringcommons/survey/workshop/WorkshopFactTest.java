package org.mentoringcommons.survey.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WorkshopFactTest {

    @Test
    void reads_what_curriculum_service_publishes() throws IOException {
        String example = Files.readString(Path.of("../curriculum-service/events/workshops.example.json"));

        WorkshopFact fact = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(example, WorkshopFact.class);

        assertThat(fact.id()).isNotNull();
        assertThat(fact.curriculum()).isNotBlank();
        assertThat(fact.status()).isIn("planned", "delivered", "cancelled");
        assertThat(fact.deliveredAt()).isNotNull();
        assertThat(fact.endsAt()).isNotNull();
        assertThat(fact.rosterRevision()).isPositive();
    }
}
