package org.mentoringcommons.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.OldDatabase;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.tenancy.contract.Token;

/** Who has name and address deleted from a roster is forgotten here by the same act, whatever fails in between. */
@QuarkusTest
class ErasedFromRosterTest extends RosterOfAWave {

    private final UUID dee = UUID.randomUUID();
    private final UUID eli = UUID.randomUUID();

    @Test
    void their_invitation_is_deleted_and_what_they_answered_stays_to_be_withdrawn_by_receipt() {
        invited();
        String token = tokens().get(dee.toString());
        String receipt = Questions.receipt();
        Api.answer(token, receipt, Questions.goodAnswers()).then().statusCode(201);

        world.roster(workshop, 2, List.of(dee), eli);
        rosterRises(2);
        world.round();

        assertThat(invitationsOf(dee)).isZero();
        assertThat(tokens()).containsOnlyKeys(eli.toString());
        Api.anybody().get("/forms/" + token).then().statusCode(404);
        assertThat(Database.count("response where wave = ?::uuid", world.wave(workshop)))
                .isEqualTo(1);
        Api.anybody()
                .post("/withdrawals", Map.of("institution", "lakeside", "receipt", receipt))
                .then()
                .statusCode(201);
        assertNothingIsPending();
    }

    @Test
    void who_withdrew_from_the_roster_and_has_a_name_on_it_keeps_the_invitation_to_come_back_to() {
        invited();

        world.roster(workshop, 2, eli);
        rosterRises(2);
        world.round();

        assertThat(tokens()).containsOnlyKeys(eli.toString());
        assertThat(invitationsOf(dee)).isEqualTo(1);
    }

    @Test
    void of_a_survey_that_is_over_they_have_no_link_any_more_either() {
        invited();
        String token = tokens().get(dee.toString());
        Api.administrator(Token.LAKESIDE)
                .post("/waves/" + world.wave(workshop) + "/closing", Map.of())
                .then()
                .statusCode(200);

        world.roster(workshop, 2, List.of(dee));
        rosterRises(2);
        world.round();

        assertThat(invitationsOf(dee)).isZero();
        assertThat(invitationsOf(eli))
                .as("nobody is called back from what is over")
                .isEqualTo(1);
        Api.anybody().get("/forms/" + token).then().statusCode(404);
        assertNothingIsPending();
    }

    @Test
    void whatever_fails_in_between_it_is_tried_again_until_it_is_done() {
        invited();
        Api.administrator(Token.LAKESIDE)
                .post("/waves/" + world.wave(workshop) + "/closing", Map.of())
                .then()
                .statusCode(200);
        world.rosterAway(workshop);
        rosterRises(3);
        world.round();
        assertThat(invitationsOf(dee)).isEqualTo(1);
        world.roster(workshop, 2, eli, dee); // of before the deletion: one of two instances is behind
        due();
        world.round();
        assertThat(invitationsOf(dee)).isEqualTo(1);

        world.roster(workshop, 3, List.of(dee), eli);
        due();
        world.round();

        assertThat(invitationsOf(dee)).isZero();
        assertNothingIsPending();
    }

    @Test
    void who_was_not_invited_yet_is_not_invited_by_an_older_roster_that_comes_after_it() {
        world.roster(workshop, 1, List.of(dee), eli);
        rosterRises(1);
        world.round();

        world.roster(workshop, 2, eli, dee);
        rosterRises(2);
        world.round();

        assertThat(tokens()).containsOnlyKeys(eli.toString());
        assertThat(invitationsOf(dee)).isZero();
    }

    @Test
    void once_all_waves_are_over_it_is_asked_for_ever_more_seldom_at_last_no_more_until_the_roster_changes() {
        invited();
        world.rosterAway(workshop);
        rosterRises(2);
        putsOffBy(256, 50);
        Api.administrator(Token.LAKESIDE)
                .post("/waves/" + world.wave(workshop) + "/closing", Map.of())
                .then()
                .statusCode(200);
        putsOffBy(65_536, 50);

        clock.set(Instant.now().plus(Duration.ofDays(31)));
        putsOffBy(65_536, 39); // asked for again meanwhile, it has its month anew
        due();
        world.round();

        assertNothingIsPending();
        world.roster(workshop, 3, List.of(dee), eli);
        rosterRises(3);
        world.round();
        assertThat(invitationsOf(dee)).isZero();
        assertNothingIsPending();
    }

    @Test
    void while_curriculum_service_is_an_older_one_people_are_invited_and_it_is_asked_again() {
        world.roster(
                workshop,
                "{\"revision\": 1, \"participants\": [{\"id\": \"" + dee + "\"}, {\"id\": \"" + eli + "\"}]}");
        rosterRises(1);

        world.round();

        assertThat(tokens()).containsOnlyKeys(dee.toString(), eli.toString());
        assertThat(Database.count("pending_wave where workshop = ? and claim is null", workshop.id()))
                .isEqualTo(1);
    }

    @Test
    void of_rosters_of_before_it_is_found_out_once() throws Exception {
        try (OldDatabase database = OldDatabase.of("71", OLD)) {
            database.migrateTo("72");

            assertThat(
                            database.row(
                                    """
                    select string_agg(right(workshop::text, 1) || (due_at between now() and now() + interval '1 day')::text, ','
                                      order by workshop) from pending_wave"""))
                    .as("of workshops that have a wave; what waited already still waits, once")
                    .isEqualTo("1true,2false");
            assertThat(database.row("select string_agg(erasures_read::text, ',') from workshop"))
                    .isEqualTo("0,0,0");
        }
    }

    private static final String OLD =
            """
            insert into instrument select 'a', '7', 'T', null, null, null, '{}';
            insert into workshop
              select '11111111-1111-4111-8111-111111111111', w::uuid, 'c', 'delivered', now(), now(), 4
              from (values ('10000000-0000-4000-8000-000000000001'), ('10000000-0000-4000-8000-000000000002'),
                           ('10000000-0000-4000-8000-000000000003')) x(w);
            insert into protocol (tenant, id, number, board, title, valid_from, withdrawal_policy, instrument_key,
                                  instrument_version, curricula, evaluators, institutions)
              values ('11111111-1111-4111-8111-111111111111', '20000000-0000-4000-8000-000000000001', '7', 'Board', 'Title',
                      '2026-01-01', 'EXCLUDE', 'a', '7', '{c}', '{}', '{}');
            insert into wave (tenant, id, version, workshop, protocol, opens_at, closes_at, invited, roster_revision, occasion,
                              instrument_key, instrument_version)
              select w.tenant, gen_random_uuid(), 4, w.id, '20000000-0000-4000-8000-000000000001',
                     now() - interval '50 days', now() - interval '20 days', 12, 3, occasion, 'a', '7'
              from workshop w, (values ('WORKSHOP'), ('FOLLOW_UP_6')) x(occasion) where w.id::text not like '%3';
            insert into pending_wave (institution, workshop, due_at)
              values ('11111111-1111-4111-8111-111111111111', '10000000-0000-4000-8000-000000000002',
                      now() - interval '1 hour')""";

    private void invited() {
        world.roster(workshop, 1, dee, eli);
        rosterRises(1);
        world.round();
        assertThat(tokens()).containsOnlyKeys(dee.toString(), eli.toString());
    }

    private static long invitationsOf(UUID participant) {
        return Database.count("invitation where participant = ?", participant);
    }

    private void assertNothingIsPending() {
        assertThat(Database.count("pending_wave where workshop = ?", workshop.id()))
                .isZero();
    }
}
