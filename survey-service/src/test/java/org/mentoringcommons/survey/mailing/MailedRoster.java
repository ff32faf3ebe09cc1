package org.mentoringcommons.survey.mailing;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** A wave whose invitations are mailed, and the roster of its workshop, which changes. */
abstract class MailedRoster {

    static final UUID FIRST = new UUID(0, 1); // before whoever is there, in the order of ids
    static final UUID MIDDLE = UUID.fromString("80000000-0000-4000-8000-000000000000");
    static final UUID LAST = new UUID(-1, -1);

    @Inject
    World world;

    @Inject
    MailRounds rounds;

    @Inject
    TestPost post;

    @Inject
    TestClock clock;

    World.Held workshop;
    String wave;
    long revision;

    @BeforeEach
    void aWaveOfOneIsBeingMailed() {
        Database.update("delete from wave_task where task = 'REMIND'");
        post.reset();
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        workshop = asked.workshop();
        wave = asked.wave();
        revision = 1;
        admin().put(
                        "/protocols/" + admin().get("/waves/" + wave).path("protocol") + "/mailing",
                        Map.of("reminderDays", List.of(7), "quietFrom", "00:00", "quietTo", "00:00"))
                .then()
                .statusCode(200);
    }

    @AfterEach
    void nothingIsLeft() {
        clock.reset();
        Database.update("delete from wave_task where task = 'REMIND'");
    }

    void roster(UUID... people) {
        rosterThere(people);
        world.tell(workshop, "delivered", Instant.now().minus(Duration.ofHours(1)), revision);
        world.round();
    }

    /** Curriculum-service has it, and has not told yet. */
    void rosterThere(UUID... people) {
        revision++;
        world.roster(
                workshop,
                Arrays.stream(people)
                        .map(id -> "{\"id\":\"" + id + "\",\"name\":\"Ann Example\",\"email\":\"" + address(id) + "\"}")
                        .collect(Collectors.joining(
                                ",",
                                "{\"workshop\":\"" + workshop.id() + "\",\"revision\":" + revision
                                        + ",\"participants\":[",
                                "],\"erased\":[]}")));
    }

    /** Happens at another instance just before the first mail is sent. */
    void meanwhile(Runnable change) {
        AtomicBoolean toCome = new AtomicBoolean(true);
        post.crashAt(address -> {
            if (toCome.getAndSet(false)) {
                World.elsewhere(change);
            }
            return false;
        });
    }

    void claimedByTheDead() {
        Database.update(
                "insert into wave_task select tenant, id, 'REMIND', now(), 0, null from wave where id = ?::uuid"
                        + " on conflict do nothing",
                wave);
        Database.update(
                "update wave_task set claim = gen_random_uuid(), due_at = now() + interval '2 minutes'"
                        + " where wave = ?::uuid and task = 'REMIND'",
                wave);
    }

    /** Those on the roster whose turn has not come. */
    List<Object> waiting() {
        return Database.select(
                        "select participant from invitation where wave = ?::uuid and not passed and not revoked", wave)
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    List<UUID> invited() {
        return post.sent().stream()
                .filter(mail -> !mail.subject().startsWith("A reminder"))
                .map(NewcomersTest::addressee)
                .toList();
    }

    static UUID addressee(TestPost.Sent mail) {
        return UUID.fromString(mail.address().replace("@example.org", ""));
    }

    void round() {
        Database.update("update wave_task set due_at = now() where wave = ?::uuid and task = 'REMIND'", wave);
        World.elsewhere(rounds::round);
    }

    List<UUID> addressed() {
        return post.sent().stream().map(NewcomersTest::addressee).toList();
    }

    String token(UUID participant) {
        return Api.portal(Token.LAKESIDE)
                .get("/waves/" + wave + "/invitations")
                .path("find { it.participant == '" + participant + "' }.token");
    }

    String answer(UUID person) {
        String code = Questions.receipt();
        Api.answer(token(person), code, Questions.goodAnswers()).then().statusCode(201);
        return code;
    }

    void publish(String change, String version) {
        admin().post(
                        "/protocols/" + admin().get("/waves/" + wave).path("protocol") + "/consents",
                        Questions.consent(change, version))
                .then()
                .statusCode(201);
    }

    static String address(UUID participant) {
        return participant + "@example.org";
    }

    static Api admin() {
        return Api.administrator(Token.LAKESIDE);
    }
}
