package org.mentoringcommons.survey.institution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.Tenant;

class InstitutionFactTest {

    @Test
    void reads_what_identity_config_publishes() throws IOException {
        String example = Files.readString(Path.of("../identity-config/provisioning/events/institutions.example.json"));

        InstitutionFact fact = new ObjectMapper()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(example, InstitutionFact.class);

        assertThat(new Tenant(fact.id()).id()).isEqualTo(fact.id());
        assertThat(fact.alias()).isNotBlank();
        assertThat(fact.name()).isNotBlank();
        assertThat(fact.state()).isEqualTo("active");
        assertThat(ZoneId.of(fact.timeZone())).isNotNull();
    }
}
