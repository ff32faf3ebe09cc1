package org.mentoringcommons.provisioning.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.tenancy.Tenant;

@QuarkusTest
class OverviewTest {

    @Inject
    WorkshopSubscription workshops;

    @Inject
    WaveSubscription waves;

    private final String hub = Api.fresh("hub");

    @BeforeEach
    void aHub() {
        Api.hub(hub);
    }

    @Test
    void a_hub_is_shown_in_numbers() {
        Api administrator = Api.administratorOf(hub);
        Tenant first = institution("a");
        Tenant second = institution("b");
        Api.operator().put("/institutions/" + hub + "-b/suspension", Map.of("reason", "Under review"));
        Api.made(Api.operator()
                .post("/institutions/" + hub + "-a/portals", Map.of("name", "Campus", "roles", List.of("portal"))));
        String delivered = workshop(first, UUID.randomUUID().toString(), "planned");
        workshop(first, delivered, "delivered"); // counted once, as it is now
        workshop(first, UUID.randomUUID().toString(), "planned");
        workshop(second, UUID.randomUUID().toString(), "cancelled");
        erased(workshop(second, UUID.randomUUID().toString(), "planned"));
        wave(first, -2, -1);
        wave(first, -1, 1);
        wave(second, 1, 2);

        Response answer = administrator.get("/hubs/" + hub + "/overview");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        JsonPath overview = answer.jsonPath();
        assertThat(overview.getMap("institutions")).isEqualTo(Map.of("active", 1, "suspended", 1));
        assertThat(overview.getMap("counts"))
                .isEqualTo(Map.of(
                        "members",
                        2,
                        "portals",
                        1,
                        "workshops",
                        Map.of("planned", 1, "delivered", 1, "cancelled", 1),
                        "waves",
                        Map.of("planned", 1, "open", 1, "closed", 1)));
        assertThat(overview.getList("page.alias")).containsExactly(hub + "-a", hub + "-b");
        assertThat(overview.getList("page.state")).containsExactly("active", "suspended");
        assertThat(overview.getMap("page[0].counts.workshops"))
                .isEqualTo(Map.of("planned", 1, "delivered", 1, "cancelled", 0));
        assertThat(overview.getMap("page[1].counts.waves")).isEqualTo(Map.of("planned", 1, "open", 0, "closed", 0));
    }

    @Test
    void institutions_come_in_pages_and_the_sum_is_of_all() {
        institution("a");
        institution("b");

        Response answer = Api.operator().get("/hubs/" + hub + "/overview?limit=1");

        assertThat(answer.jsonPath().getList("page.alias")).containsExactly(hub + "-a");
        assertThat(answer.jsonPath().getInt("counts.members")).isEqualTo(2);
        assertThat(answer.header("Link")).contains("after=" + hub + "-a");
    }

    @Test
    void a_hub_without_institutions_has_nothing_and_another_s_is_not_found() {
        assertThat(Api.operator().get("/hubs/" + hub + "/overview").jsonPath().getInt("counts.workshops.planned"))
                .isZero();
        assertThat(Api.administratorOf(Api.hub(Api.fresh("strangers")))
                        .get("/hubs/" + hub + "/overview")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Api.operator().get("/hubs/nowhere/overview").statusCode()).isEqualTo(404);
    }

    @Test
    void what_the_producers_publish_is_understood() throws IOException {
        ObjectMapper json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

        WorkshopState workshop = json.readValue(
                Path.of("../../curriculum-service/events/workshops.example.json")
                        .toFile(),
                WorkshopState.class);
        WaveState wave = json.readValue(
                Path.of("../../survey-service/events/waves.example.json").toFile(), WaveState.class);

        assertThat(workshop.status()).isEqualTo("delivered");
        assertThat(wave.opensAt()).isBefore(wave.closesAt());
    }

    private Tenant institution(String letter) {
        return new Tenant(Api.made(Api.operator().post("/institutions", Api.newInstitution(hub + "-" + letter, hub)))
                .getString("id"));
    }

    private String workshop(Tenant tenant, String id, String status) {
        workshops.apply(
                new Received<>(Optional.of(tenant), id, 1, Instant.now(), Optional.of(new WorkshopState(id, status))));
        return id;
    }

    private void erased(String workshop) {
        workshops.apply(new Received<>(Optional.empty(), workshop, 2, Instant.now(), Optional.empty()));
    }

    private void wave(Tenant tenant, int opensInDays, int closesInDays) {
        String id = UUID.randomUUID().toString();
        WaveState state = new WaveState(
                id,
                Instant.now().plus(Duration.ofDays(opensInDays)),
                Instant.now().plus(Duration.ofDays(closesInDays)));
        waves.apply(new Received<>(Optional.of(tenant), id, 1, Instant.now(), Optional.of(state)));
    }
}
