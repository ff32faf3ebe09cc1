package org.mentoringcommons.survey.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.survey.World.Held;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class WaveOpeningTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @Inject
    World world;

    @BeforeEach
    void institutionsAreKnown() {
        world.institutionKnown(Token.LAKESIDE, "America/Chicago");
        world.institutionKnown(Token.HILLTOP, "Europe/Berlin");
    }

    @Test
    void a_delivered_workshop_under_a_valid_protocol_opens_a_wave_and_tells_it() {
        String curriculum = Questions.protocolOf(Token.LAKESIDE);
        Held workshop = new Held(Token.LAKESIDE, UUID.randomUUID(), curriculum);
        Instant delivered = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MILLIS);

        world.tell(workshop, "delivered", delivered, 0);

        String wave = world.wave(workshop);
        Window window = Window.monthAfter(delivered, java.time.ZoneId.of("America/Chicago"));
        Api.portal(Token.LAKESIDE)
                .get("/waves/" + wave)
                .then()
                .statusCode(200)
                .body("opensAt", equalTo(delivered.toString()))
                .body("closesAt", equalTo(window.closesAt().toString()))
                .body("state", equalTo("open"))
                .body("invited", equalTo(0))
                .body("responded", equalTo(0));
        List<Database.Told> told = Database.told(wave);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).version()).isEqualTo(1);
        assertThat(told.get(0).data().at("/workshop").asText())
                .isEqualTo(workshop.id().toString());
        assertThat(told.get(0).data().at("/instrument/items/1"))
                .isEqualTo(Database.json("{\"key\": \"communication_2\", \"kind\": \"then_now\", \"points\": 7}"));
        assertThat(told.get(0).data().at("/instrument/items/3"))
                .isEqualTo(
                        Database.json(
                                "{\"key\": \"career\", \"kind\": \"choice\", \"options\": [\"Postdoc\", \"Assistant Professor\"]}"));
        assertThat(told.get(0).data().at("/instrument/scales/0"))
                .isEqualTo(Database.json("{\"key\": \"communication\", \"items\": [\"communication_1\","
                        + " \"communication_2\"], \"scoring\": \"mean\", \"missing\": \"complete\"}"));
    }

    @Test
    void a_repeated_fact_opens_no_second_wave() {
        Held workshop = world.delivered(Token.LAKESIDE, Questions.protocolOf(Token.LAKESIDE));
        String wave = world.wave(workshop);

        world.tell(workshop, "delivered", Instant.now(), 0);

        assertThat(world.wave(workshop)).isEqualTo(wave);
        assertThat(Database.count("wave where workshop = ?", workshop.id())).isEqualTo(1);
        assertThat(Database.told(wave)).hasSize(1);
    }

    @Test
    void a_planned_workshop_opens_none() {
        Held workshop = new Held(Token.LAKESIDE, UUID.randomUUID(), Questions.protocolOf(Token.LAKESIDE));

        world.tell(workshop, "planned", null, 3);

        Api.portal(Token.LAKESIDE)
                .get("/waves?workshop=" + workshop.id())
                .then()
                .body("$", hasSize(0));
    }

    @Test
    void nobody_is_asked_about_a_workshop_of_the_past_whatever_protocol_was_valid_or_comes_later() {
        String curriculum = Questions.protocolOf(Token.LAKESIDE);

        Held workshop = world.past(Token.LAKESIDE, curriculum, Instant.now().minus(Duration.ofDays(2)));
        register(Token.LAKESIDE, Questions.protocol(Questions.published(), curriculum, LONG_AGO, null));

        assertThat(world.wave(workshop)).isNull();
    }

    @Test
    void a_protocol_that_comes_later_opens_the_wave() {
        String curriculum = "curriculum-" + UUID.randomUUID();
        Held workshop = world.delivered(Token.LAKESIDE, curriculum);
        Held elsewhere = world.delivered(Token.HILLTOP, curriculum);
        assertThat(world.wave(workshop)).isNull();

        register(Token.LAKESIDE, Questions.protocol(Questions.published(), curriculum, LONG_AGO, null));

        assertThat(world.wave(workshop)).isNotNull();
        assertThat(world.wave(elsewhere)).isNull();
    }

    @Test
    void a_protocol_and_a_workshop_at_the_same_moment_do_not_miss_each_other() {
        String curriculum = "curriculum-" + UUID.randomUUID();
        Map<String, Object> protocol = Questions.protocol(Questions.published(), curriculum, LONG_AGO, null);
        List<CompletableFuture<Void>> registering = new ArrayList<>();

        Held workshop = world.deliveredWhile(Token.LAKESIDE, curriculum, () -> {
            registering.add(CompletableFuture.runAsync(() -> register(Token.LAKESIDE, protocol)));
            untilItIsDoneOrWaits(registering.get(0));
        });
        registering.forEach(CompletableFuture::join);

        assertThat(Database.count("wave where workshop = ?", workshop.id())).isEqualTo(1);
    }

    @Test
    void a_protocol_that_is_not_valid_that_day_opens_none() {
        String curriculum = "curriculum-" + UUID.randomUUID();
        LocalDate today = LocalDate.now();
        register(Token.LAKESIDE, Questions.protocol(Questions.published(), curriculum, LONG_AGO, today.minusDays(3)));
        register(Token.LAKESIDE, Questions.protocol(Questions.published(), curriculum, today.plusDays(3), null));

        Held workshop = world.delivered(Token.LAKESIDE, curriculum);

        assertThat(world.wave(workshop)).isNull();
    }

    @Test
    void a_workshop_that_arrives_before_its_institution_waits_for_it() {
        Tenant newcomer = new Tenant(UUID.randomUUID().toString());
        Held workshop = world.delivered(newcomer, Questions.protocolOf(newcomer));
        world.round();
        assertThat(world.wave(workshop)).isNull();

        world.institutionKnown(newcomer, "Asia/Tokyo");
        world.round();

        assertThat(world.wave(workshop)).isNotNull();
        assertThat(Database.count("pending_wave where institution = ?", newcomer.id()))
                .isZero();
    }

    @Test
    void a_change_of_time_zone_leaves_a_wave_as_it_is() {
        Tenant institution = new Tenant(UUID.randomUUID().toString());
        world.institutionKnown(institution, "Pacific/Auckland");
        Held workshop = world.delivered(institution, Questions.protocolOf(institution));
        Map<String, Object> before =
                Api.portal(institution).get("/waves/" + world.wave(workshop)).path("$");

        world.institutionKnown(institution, "Pacific/Honolulu");
        world.tell(workshop, "delivered", Instant.now(), 0);

        assertThat(Api.portal(institution).get("/waves/" + world.wave(workshop)).<Map<String, Object>>path("$"))
                .isEqualTo(before);
    }

    private static void untilItIsDoneOrWaits(CompletableFuture<Void> work) {
        while (!work.isDone() && Database.count("pg_locks where locktype = 'advisory' and not granted") == 0) {
            Thread.onSpinWait();
        }
    }

    private static void register(Tenant institution, Map<String, Object> protocol) {
        Api.administrator(institution).post("/protocols", protocol).then().statusCode(201);
    }
}
