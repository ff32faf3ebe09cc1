package org.mentoringcommons.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.tenancy.Tenant;

/** What this service tells is what it has published that it tells. */
@QuarkusTest
class EventSchemasTest {

    @Inject
    Feed feed;

    @Test
    void that_a_wave_is_over_is_told_on_of_its_institution_and_fits_its_schema() throws SQLException {
        Tenant site = Facts.institution("told results");
        feed.state("institutions", null, site.id(), Facts.institutionState(site, "UTC"));
        feed.state("workshops", site, Facts.id("told shop"), Facts.workshop("told shop", "told", 240));
        Map<String, Object> open = Facts.wave(
                "told wave",
                "told shop",
                Facts.instrument("told", "1", List.of(Facts.thenNow("a")), List.of(Facts.scale("told", "a"))));
        feed.state("waves", site, Facts.id("told wave"), open);
        assertThat(Outgoing.told("results", Facts.id("told wave"))).isEmpty();
        Map<String, Object> over = new HashMap<>(open);
        over.put("responded", 7);

        feed.state("waves", site, Facts.id("told wave"), over);

        assertThat(Outgoing.told("results", Facts.id("told wave")))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.tenant()).isEqualTo(site.id());
                    assertThat(fact.data().get("responded").asInt()).isEqualTo(7);
                    assertThat(Outgoing.schema("results").validate(fact.data())).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"results", "releases"})
    void the_example_fits_its_schema(String topic) {
        assertThat(Outgoing.schema(topic).validate(Outgoing.read(topic + ".example.json")))
                .isEmpty();
    }
}
