package org.mentoringcommons.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World.Held;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Who is invited, once, by whichever instance. */
@QuarkusTest
class InvitationRoundsTest extends RosterOfAWave {

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
        // one of its own: the service may look just now, and refuses whomever it saw suspended for another second
        Tenant institution = new Tenant(UUID.randomUUID().toString());
        world.institutionKnown(institution, "America/Chicago");
        workshop = world.delivered(institution, Questions.protocolOf(institution));
        world.roster(workshop, 1, ANN);
        world.institutionKnown(institution, "America/Chicago", "suspended");
        rosterRises(1);

        world.round();
        long invited = Database.count("invitation i join wave w on w.id = i.wave where w.workshop = ?", workshop.id());
        world.institutionKnown(institution, "America/Chicago", "active");
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
}
