package org.mentoringcommons.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.survey.World.Held;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class InvitationRoundsTest {

    private static final UUID ANN = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();
    private static final UUID CAT = UUID.randomUUID();

    @Inject
    World world;

    @Inject
    Rounds rounds;

    @Inject
    Rosters rosters;

    @Inject
    TestClock clock;

    private Held workshop;

    @BeforeEach
    void aWaveIsOpen() {
        world.institutionKnown(Token.LAKESIDE, "America/Chicago");
        workshop = world.delivered(Token.LAKESIDE, Questions.protocolOf(Token.LAKESIDE));
    }

    @AfterEach
    void nothingIsLeftPending() {
        clock.reset();
        Database.update("delete from pending_wave");
    }

    @Test
    void everybody_on_the_roster_is_invited_with_a_link_of_their_own() {
        world.roster(workshop, 1, ANN, BOB);

        rosterRises(1);
        world.round();

        Map<String, String> tokens = tokens();
        assertThat(tokens).containsOnlyKeys(ANN.toString(), BOB.toString());
        assertThat(tokens.values()).doesNotHaveDuplicates().allMatch(token -> token.length() == 64);
        Api.portal(Token.LAKESIDE)
                .get("/waves/" + world.wave(workshop) + "/invitations")
                .then()
                .body("[0].link", equalTo("https://survey.example/s/" + tokens.get(min(ANN, BOB))));
        List<Database.Told> told = Database.told(world.wave(workshop));
        assertThat(told).extracting(Database.Told::version).containsExactly(1L, 2L);
        assertThat(told.get(1).data().get("invited").asInt()).isEqualTo(2);
    }

    @Test
    void nobody_is_invited_while_the_institution_is_suspended() {
        world.roster(workshop, 1, ANN);
        world.institutionKnown(Token.LAKESIDE, "America/Chicago", "suspended");
        rosterRises(1);

        world.round();
        long invited = Database.count("invitation i join wave w on w.id = i.wave where w.workshop = ?", workshop.id());
        world.institutionKnown(Token.LAKESIDE, "America/Chicago", "active");
        world.round();

        assertThat(invited).isZero();
        assertThat(Database.count("invitation i join wave w on w.id = i.wave where w.workshop = ?", workshop.id()))
                .isEqualTo(1);
    }

    @Test
    void the_schedule_works_although_it_runs_in_a_request_context() throws InterruptedException {
        world.roster(workshop, 1, ANN);
        rosterRises(1);

        rounds.onSchedule();

        assertThat(tokens()).containsOnlyKeys(ANN.toString());
    }

    @Test
    void a_roster_that_changes_invites_the_new_and_revokes_the_gone_until_they_come_back() {
        world.roster(workshop, 1, ANN, BOB);
        rosterRises(1);
        world.round();
        Map<String, String> before = tokens();

        world.roster(workshop, 2, ANN, CAT);
        rosterRises(2);
        world.round();
        Map<String, String> between = tokens();
        int revoked = Api.anybody().get("/forms/" + before.get(BOB.toString())).statusCode();
        world.roster(workshop, 3, ANN, BOB, CAT);
        rosterRises(3);
        world.round();

        assertThat(between).containsOnlyKeys(ANN.toString(), CAT.toString());
        assertThat(revoked).isEqualTo(404);
        assertThat(tokens())
                .containsAllEntriesOf(before)
                .containsAllEntriesOf(between)
                .hasSize(3);
        Api.portal(Token.LAKESIDE).get("/waves/" + world.wave(workshop)).then().body("invited", equalTo(3));
    }

    @Test
    void while_curriculum_service_is_away_it_is_tried_again_later_and_later() {
        world.rosterAway(workshop);
        rosterRises(1);

        world.round();
        double firstPause = secondsUntilDue();
        due();
        world.round();
        double secondPause = secondsUntilDue();
        Database.update("update pending_wave set attempts = 40 where workshop = ?", workshop.id());
        due();
        world.round();
        double longPause = secondsUntilDue();
        world.roster(workshop, 1, ANN);
        due();
        world.round();

        assertThat(firstPause).isBetween(0.0, 1.0);
        assertThat(secondPause).isBetween(1.0, 2.0);
        assertThat(longPause).isBetween(200.0, 256.0);
        assertThat(tokens()).containsOnlyKeys(ANN.toString());
        assertThat(Database.count("pending_wave where workshop = ?", workshop.id()))
                .isZero();
    }

    @Test
    void an_older_roster_than_announced_is_tried_again() {
        world.roster(workshop, 1, ANN);
        rosterRises(2);

        world.round();

        assertThat(tokens()).containsOnlyKeys(ANN.toString());
        assertThat(Database.count("pending_wave where workshop = ? and claim is null", workshop.id()))
                .isEqualTo(1);
    }

    @Test
    void a_slow_round_with_an_older_roster_does_not_undo_a_newer_one() throws Exception {
        world.roster(workshop, 3, ANN, BOB);
        rosterRises(3);
        CyclicBarrier held = world.rosterHeld(workshop);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(world::round);
        held.await(8, TimeUnit.SECONDS);
        world.roster(workshop, 4, ANN, CAT);
        rosterRises(4);
        world.round();
        Map<String, String> newer = tokens();

        held.await(8, TimeUnit.SECONDS);
        slow.join();

        assertThat(newer).containsOnlyKeys(ANN.toString(), CAT.toString());
        assertThat(tokens()).isEqualTo(newer);
        assertThat(Database.told(world.wave(workshop))).hasSize(2);
        assertThat(Database.count("pending_wave where workshop = ?", workshop.id()))
                .isZero();
    }

    @Test
    void an_older_roster_than_invited_changes_nothing_and_is_tried_again_while_a_newer_one_is_announced() {
        world.roster(workshop, 4, ANN, BOB);
        rosterRises(4);
        world.round();
        Map<String, String> before = tokens();
        world.roster(workshop, 3, CAT);
        rosterRises(5);

        world.round();

        assertThat(before).hasSize(2);
        assertThat(tokens()).isEqualTo(before);
        assertThat(Database.count("pending_wave where workshop = ? and claim is null", workshop.id()))
                .isEqualTo(1);
    }

    @Test
    void what_an_unreadable_roster_says_of_people_is_not_in_the_failure() {
        world.roster(workshop, "{\"revision\": 1, \"participants\": [{\"id\": \"Ann Example, ann@example.org\"}]}");

        assertThatThrownBy(() -> rosters.of(World.alias(Token.LAKESIDE), workshop.id()))
                .isInstanceOf(IOException.class)
                .hasMessage("the roster is not readable")
                .hasNoCause();
    }

    @Test
    void a_claim_whose_holder_died_is_taken_over_after_its_minute() {
        world.roster(workshop, 1, ANN);
        rosterRises(1);
        Database.update(
                "update pending_wave set claim = gen_random_uuid(), due_at = now() + interval '1 minute' where workshop = ?",
                workshop.id());
        world.round();
        assertThat(tokens()).isEmpty();

        due();
        world.round();

        assertThat(tokens()).hasSize(1);
    }

    @Test
    void what_is_asked_for_again_during_a_round_is_not_forgotten() {
        world.roster(workshop, 1, ANN);
        rosterRises(1);
        Database.update("update pending_wave set claim = gen_random_uuid() where workshop = ?", workshop.id());

        rosterRises(2);

        assertThat(Database.count("pending_wave where workshop = ? and claim is null", workshop.id()))
                .isEqualTo(1);
    }

    @Test
    void several_instances_at_once_invite_everybody_once() {
        List<Held> workshops = IntStream.range(0, 6)
                .mapToObj(number -> world.delivered(Token.LAKESIDE, workshop.curriculum()))
                .toList();
        workshops.forEach(held -> {
            world.roster(held, 1, ANN, BOB, CAT);
            world.tell(held, "delivered", Instant.now().minus(Duration.ofHours(1)), 1);
        });

        Stream.generate(() -> CompletableFuture.runAsync(world::round))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);

        for (Held held : workshops) {
            assertThat(Database.count("invitation i join wave w on w.id = i.wave where w.workshop = ?", held.id()))
                    .isEqualTo(3);
            assertThat(Database.told(world.wave(held))).hasSize(2);
        }
    }

    @Test
    void nobody_is_invited_once_the_wave_is_closed() {
        world.roster(workshop, 1, ANN);
        rosterRises(1);

        clock.set(Instant.now().plus(Duration.ofDays(40)));
        world.round();

        assertThat(tokens()).isEmpty();
        assertThat(Database.count("pending_wave where workshop = ?", workshop.id()))
                .isZero();
    }

    private void rosterRises(long revision) {
        world.tell(workshop, "delivered", Instant.now().minus(Duration.ofHours(1)), revision);
    }

    private void due() {
        Database.update("update pending_wave set due_at = now() where workshop = ?", workshop.id());
    }

    private double secondsUntilDue() {
        return ((Number) Database.select(
                                "select extract(epoch from due_at - now())::float8 from pending_wave where workshop = ?",
                                workshop.id())
                        .get(0)
                        .get(0))
                .doubleValue();
    }

    private Map<String, String> tokens() {
        List<Map<String, String>> invitations = Api.portal(Token.LAKESIDE)
                .get("/waves/" + world.wave(workshop) + "/invitations")
                .path("$");
        return invitations.stream()
                .collect(Collectors.toMap(
                        invitation -> invitation.get("participant"), invitation -> invitation.get("token")));
    }

    private static String min(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0 ? one.toString() : other.toString();
    }
}
