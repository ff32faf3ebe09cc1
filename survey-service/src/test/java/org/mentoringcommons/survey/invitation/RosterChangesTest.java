package org.mentoringcommons.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** Rosters that change, come late, come twice or cannot be read. */
@QuarkusTest
class RosterChangesTest extends RosterOfAWave {

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

        putsOffBy(8, 3); // pauses that no busy machine sleeps through between two of its own steps
        putsOffBy(16, 4);
        putsOffBy(256, 40);
        world.roster(workshop, 1, ANN);
        due();
        world.round();

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
}
