package org.mentoringcommons.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mentoringcommons.exchange.Subscription;
import org.mentoringcommons.tenancy.Tenant;

/** Our own records of foreign events against the examples their producers publish beside their code. */
@QuarkusTest
class ForeignEventsTest {

    private static final Map<String, String> PRODUCERS = Map.of(
            "institutions", "../identity-config/provisioning",
            "workshops", "../curriculum-service",
            "waves", "../survey-service",
            "responses", "../survey-service",
            "codings", "../survey-service",
            "item-crosswalks", "../survey-service",
            "module-crosswalks", "../curriculum-service");

    @Inject
    @All
    List<Subscription<?>> subscriptions;

    @Inject
    Feed feed;

    @TestFactory
    Stream<DynamicTest> every_property_we_read_is_one_its_producer_writes() {
        assertThat(subscriptions).hasSameSizeAs(PRODUCERS.keySet());
        return subscriptions.stream()
                .map(subscription -> dynamicTest(subscription.topic(), () -> {
                    Map<String, Object> example = example(subscription.topic());
                    for (RecordComponent component : subscription.state().getRecordComponents()) {
                        assertThat(written(subscription.topic())).contains(component.getName());
                        if (component.getType().isRecord()) {
                            for (RecordComponent inner : component.getType().getRecordComponents()) {
                                assertThat(((Map<?, ?>) example.get(component.getName())).containsKey(inner.getName()))
                                        .as(component.getName() + "." + inner.getName())
                                        .isTrue();
                            }
                        }
                    }
                }));
    }

    @Test
    void the_producers_examples_take_effect_in_this_order() throws IOException, SQLException {
        Tenant institution = new Tenant((String) example("institutions").get("id"));
        Map<String, Object> wave = example("waves");
        Map<String, Object> response = new HashMap<>(example("responses"));
        Map<String, Object> coding = new HashMap<>(example("codings"));
        // the two services' examples were not made for each other: only the ids of parents are set to fit
        Map<String, Object> workshop = new HashMap<>(example("workshops"));
        workshop.put("id", wave.get("workshop"));
        response.put("wave", wave.get("id"));
        coding.put("response", response.get("id"));

        feed.state("institutions", null, institution.id(), example("institutions"));
        feed.state("workshops", institution, (String) workshop.get("id"), workshop);
        feed.state("waves", institution, (String) wave.get("id"), wave);
        feed.state("responses", institution, (String) response.get("id"), response);
        feed.state("codings", institution, response.get("id") + ":" + coding.get("item"), coding);
        Map<String, Object> modules = example("module-crosswalks");
        feed.state("item-crosswalks", null, "mentee-competency/1/mentee-competency/2", example("item-crosswalks"));
        feed.state("module-crosswalks", null, modules.get("key") + "/" + modules.get("number"), modules);

        try (Connection owner = Database.asOwner()) {
            assertThat(Database.rows(
                            owner,
                            "select responded, consented from response_tally where tenant = '" + institution.id()
                                    + "'"))
                    .containsExactly("1|1");
            assertThat(Database.rows(
                            owner, "select modules::text from workshop where tenant = '" + institution.id() + "'"))
                    .as("delivered whole, and of the shared version: nothing in part, nothing of the institution's own")
                    .containsExactly("{communication}");
            assertThat(Database.rows(
                            owner,
                            "select item, first_codes, second_codes from coding where tenant = '" + institution.id()
                                    + "'"))
                    .containsExactly(
                            coding.get("item") + "|{\"Prepare Meetings\"}|{\"Prepare Meetings\",\"Ask for Feedback\"}");
            assertThat(
                            Database.rows(
                                    owner,
                                    "select structure::json -> 'rated' -> 0 ->> 'key' from instrument where key = 'mentee-competency'"))
                    .containsExactly("style");
            assertThat(Database.rows(owner, "select key from item_crosswalk"))
                    .contains("mentee-competency/1/mentee-competency/2");
            assertThat(Database.rows(owner, "select key || '/' || number from module_crosswalk"))
                    .contains(modules.get("key") + "/" + modules.get("number"));
        }
    }

    /** What the producer writes, also where it is left out of the example because it says nothing there. */
    private static Set<Object> written(String topic) throws IOException {
        return new HashSet<>(((Map<?, ?>) event(topic, "schema").get("properties")).keySet());
    }

    private static Map<String, Object> example(String topic) throws IOException {
        return event(topic, "example");
    }

    private static Map<String, Object> event(String topic, String kind) throws IOException {
        Path file = Path.of(PRODUCERS.get(topic), "events", topic + "." + kind + ".json");
        return new ObjectMapper().readValue(Files.readString(file), new TypeReference<>() {});
    }
}
