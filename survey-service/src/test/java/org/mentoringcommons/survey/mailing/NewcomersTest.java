package org.mentoringcommons.survey.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** People who join the roster when invitations have been mailed already. */
@QuarkusTest
class NewcomersTest {

    private static final UUID FIRST = new UUID(0, 1); // before whoever is there, in the order of ids
    private static final UUID LAST = new UUID(-1, -1);

    @Inject
    World world;

    @Inject
    MailRounds rounds;

    @Inject
    TestPost post;

    @Inject
    TestClock clock;

    private World.Held workshop;
    private String wave;
    private long revision;

    @BeforeEach
    void aWaveOfOneIsBeingMailed() {
        Database.update("delete from wave_task where task = 'REMIND'");
        Database.update("delete from newcomer");
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

    @Test
    void who_joins_after_the_round_is_sent_the_invitation_once_and_reminded_like_everybody() {
        roster(FIRST);
        round();
        assertThat(addressed()).containsExactly(FIRST);
        post.reset();

        roster(FIRST, LAST);
        round();
        round();

        assertThat(addressed()).containsExactly(LAST);
        assertThat(post.sent().get(0).subject()).doesNotStartWith("A reminder");
        assertThat(Database.count("newcomer where wave = ?::uuid", wave)).isZero();
        post.reset();
        clock.set(Instant.now().plus(Duration.ofDays(8)));
        round();
        assertThat(addressed()).containsExactlyInAnyOrder(FIRST, LAST);
        assertThat(post.sent()).allSatisfy(mail -> assertThat(mail.subject()).startsWith("A reminder"));
    }

    @Test
    void nobody_is_sent_an_invitation_and_a_reminder_on_the_same_day() {
        round();
        post.reset();
        clock.set(Instant.now().plus(Duration.ofDays(8)));
        roster(FIRST, LAST);

        round();
        round();

        assertThat(addressed()).containsExactly(FIRST, LAST);
        assertThat(post.sent()).allSatisfy(mail -> assertThat(mail.subject()).doesNotStartWith("A reminder"));
    }

    @Test
    void who_joins_while_the_round_is_on_its_way_is_written_to_once() {
        UUID[] people = Stream.generate(UUID::randomUUID).limit(3).toArray(UUID[]::new);
        Arrays.sort(people, (one, other) -> one.toString().compareTo(other.toString()));
        roster(people);
        post.crashAt(address(people[1])::equals);
        round();
        post.crashAt(address -> false);

        roster(FIRST, people[0], people[1], people[2], LAST);
        round();
        round();

        assertThat(addressed()).containsExactlyInAnyOrder(people[0], people[2], FIRST, LAST); // one mail, the crash's
    }

    @Test
    void who_left_again_answered_or_asked_to_be_forgotten_is_sent_nothing() {
        roster(FIRST);
        round();
        post.reset();
        UUID left = UUID.randomUUID();
        UUID forgotten = UUID.randomUUID();
        UUID answered = UUID.randomUUID();
        roster(FIRST, left, forgotten, answered);
        roster(FIRST, forgotten, answered);
        Api.administrator(Token.LAKESIDE)
                .delete("/participants/" + forgotten)
                .then()
                .statusCode(204);
        Api.answer(token(answered), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);

        round();

        assertThat(post.sent()).isEmpty();
        assertThat(Database.count("newcomer where wave = ?::uuid", wave))
                .as("whatever they did")
                .isZero();
    }

    private void roster(UUID... people) {
        revision++;
        world.roster(
                workshop,
                Arrays.stream(people)
                        .map(id -> "{\"id\":\"" + id + "\",\"name\":\"Ann Example\",\"email\":\"" + address(id) + "\"}")
                        .collect(Collectors.joining(
                                ",",
                                "{\"workshop\":\"" + workshop.id() + "\",\"revision\":" + revision
                                        + ",\"participants\":[",
                                "]}")));
        world.tell(workshop, "delivered", Instant.now().minus(Duration.ofHours(1)), revision);
        world.round();
    }

    private void round() {
        Database.update("update wave_task set due_at = now() where wave = ?::uuid and task = 'REMIND'", wave);
        World.elsewhere(rounds::round);
    }

    private List<UUID> addressed() {
        return post.sent().stream()
                .map(mail -> UUID.fromString(mail.address().replace("@example.org", "")))
                .toList();
    }

    private String token(UUID participant) {
        return Api.portal(Token.LAKESIDE)
                .get("/waves/" + wave + "/invitations")
                .path("find { it.participant == '" + participant + "' }.token");
    }

    private static String address(UUID participant) {
        return participant + "@example.org";
    }

    private static Api admin() {
        return Api.administrator(Token.LAKESIDE);
    }
}
