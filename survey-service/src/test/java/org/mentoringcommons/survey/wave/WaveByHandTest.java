package org.mentoringcommons.survey.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.survey.World.Held;
import org.mentoringcommons.tenancy.contract.Token;

/** The wave of a workshop that no protocol covered when it was delivered, opened once one does. */
@QuarkusTest
class WaveByHandTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final UUID ANN = UUID.fromString("10000000-0000-4000-8000-000000000003");
    private static final UUID BOB = UUID.fromString("20000000-0000-4000-8000-000000000004");

    @Inject
    World world;

    private final String curriculum = "curriculum-" + UUID.randomUUID();
    private Held workshop;
    private String protocol;

    @BeforeEach
    void aWorkshopWasDeliveredBeforeTheProtocolWasApproved() {
        world.institutionKnown(Token.LAKESIDE, "America/Chicago");
        workshop = new Held(Token.LAKESIDE, UUID.randomUUID(), curriculum);
        world.roster(workshop, 1, ANN, BOB);
        deliver(1);
        protocol = registered(Questions.protocol(Questions.published(), curriculum, LocalDate.now(CHICAGO), null));
        assertThat(world.wave(workshop)).isNull();
    }

    @Test
    void it_opens_now_for_a_month_and_whoever_is_on_the_roster_is_invited_and_answers() {
        Instant before = Instant.now();

        String wave = open().statusCode(201)
                .body("occasion", equalTo("workshop"))
                .body("state", equalTo("open"))
                .extract()
                .path("id");
        world.round();

        assertThat(world.wave(workshop)).isEqualTo(wave);
        Instant opensAt = Instant.parse(admin().get("/waves/" + wave).path("opensAt"));
        assertThat(opensAt).isBetween(before.minusMillis(1), Instant.now());
        admin().get("/waves/" + wave)
                .then()
                .body("invited", equalTo(2))
                .body(
                        "closesAt",
                        equalTo(Window.monthAfter(opensAt, CHICAGO).closesAt().toString()));
        List<String> tokens = Api.portal(Token.LAKESIDE)
                .get("/waves/" + wave + "/invitations")
                .then()
                .body("participant", contains(ANN.toString(), BOB.toString()))
                .extract()
                .path("token");
        Api.answer(tokens.get(0), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);
        admin().get("/waves/" + wave).then().body("responded", equalTo(1));
        assertThat(Database.told(wave))
                .extracting(fact -> fact.data().get("invited").asInt())
                .containsExactly(0, 2);
        assertThat(Database.told(wave).get(0).data().path("occasion").asText("workshop"))
                .isEqualTo("workshop");
        assertThat(Database.select("select task from wave_task where wave = ?::uuid order by task", wave))
                .containsExactly(List.of("CLOSE"), List.of("CLOSING"), List.of("OPENED"), List.of("REMIND"));
        assertThat(admin().get("/audit?action=wave.opened&limit=1").<List<String>>path("thingId"))
                .containsExactly(wave);
    }

    @Test
    void nothing_that_is_told_later_opens_a_second_one() {
        String wave = open().statusCode(201).extract().path("id");

        deliver(2);
        registered(Questions.protocol(Questions.published(), curriculum, LONG_AGO, null));
        deliver(3);
        world.round();

        assertThat(waves()).containsExactly("workshop");
        assertThat(world.wave(workshop)).isEqualTo(wave);
        open().statusCode(409).body("type", endsWith(":wave-exists"));
    }

    @Test
    void follow_ups_that_the_protocol_declares_are_scheduled_with_it() {
        admin().put(
                        "/protocols/" + protocol + "/askings/follow-up-6",
                        Map.of("instrument", Map.of("key", Questions.published(), "version", "1")))
                .then()
                .statusCode(200);

        open().statusCode(201);
        world.round();

        assertThat(waves()).containsExactlyInAnyOrder("workshop", "follow-up-6");
        assertThat(Api.portal(Token.LAKESIDE)
                        .get("/waves?workshop=" + workshop.id())
                        .<List<Integer>>path("invited"))
                .containsOnly(2);
    }

    @Test
    void of_two_instances_and_a_protocol_that_comes_at_the_same_moment_one_opens_it() throws SQLException {
        Map<String, Object> later = Questions.protocol(Questions.published(), curriculum, LONG_AGO, null);
        List<CompletableFuture<Response>> attempts;
        try (Connection owner = Database.connect()) {
            owner.setAutoCommit(false);
            owner.createStatement()
                    .executeQuery(
                            "select pg_advisory_xact_lock(hashtextextended('waves/" + Token.LAKESIDE.id() + "', 0))");
            attempts = Stream.<CompletableFuture<Response>>of(
                            CompletableFuture.supplyAsync(this::attempt),
                            CompletableFuture.supplyAsync(this::attempt),
                            CompletableFuture.supplyAsync(() -> admin().post("/protocols", later)))
                    .toList();
            while (Database.count("pg_locks where locktype = 'advisory' and not granted") < 3) {
                assertThat(attempts).noneMatch(CompletableFuture::isDone);
                Thread.onSpinWait();
            }
            owner.commit();
        }

        assertThat(attempts.get(2).join().statusCode()).isEqualTo(201);
        assertThat(attempts.subList(0, 2))
                .extracting(attempt -> attempt.join().statusCode())
                .as("at most one opens it: the protocol may have been the first")
                .contains(409)
                .isSubsetOf(201, 409);
        assertThat(waves()).containsExactly("workshop");
    }

    @Test
    void what_does_not_fit_is_named_and_nothing_opens() {
        String another = "curriculum-" + UUID.randomUUID();
        refused(registered(Questions.protocol(Questions.published(), another, LONG_AGO, null)), workshop)
                .statusCode(400)
                .body("violations.field", contains("protocol"));
        refused(
                        registered(Questions.protocol(
                                Questions.published(),
                                curriculum,
                                LocalDate.now(CHICAGO).plusDays(2),
                                null)),
                        workshop)
                .statusCode(400)
                .body("violations.field", contains("protocol"));
        Held planned = new Held(Token.LAKESIDE, UUID.randomUUID(), curriculum);
        world.tell(planned, "planned", null, 0);
        refused(protocol, planned).statusCode(409).body("type", endsWith(":workshop-not-delivered"));

        assertThat(waves()).isEmpty();
        Api.portal(Token.LAKESIDE)
                .post("/waves", wanted(protocol, workshop))
                .then()
                .statusCode(403);
    }

    private void deliver(long rosterRevision) {
        world.tell(workshop, "delivered", Instant.now().minus(Duration.ofDays(3)), rosterRevision);
    }

    private ValidatableResponse open() {
        return attempt().then();
    }

    private Response attempt() {
        return admin().post("/waves", wanted(protocol, workshop));
    }

    private static ValidatableResponse refused(String protocol, Held workshop) {
        return admin().post("/waves", wanted(protocol, workshop)).then();
    }

    private static Map<String, Object> wanted(String protocol, Held workshop) {
        return Map.of("workshop", workshop.id(), "protocol", protocol, "occasion", "workshop");
    }

    private static String registered(Map<String, Object> protocol) {
        return admin().post("/protocols", protocol)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<String> waves() {
        return Api.portal(Token.LAKESIDE)
                .get("/waves?workshop=" + workshop.id())
                .path("occasion");
    }

    private static Api admin() {
        return Api.administrator(Token.LAKESIDE);
    }
}
