package org.mentoringcommons.survey.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.OldDatabase;

/** Invitations from when rounds knew how far they had got, and a table beside them who had joined behind that. */
class OldInvitationsTest {

    /** The invitations of the first institution have gone out, those of the second are going out, the third mails none. */
    private static final String INVITATIONS =
            """
            insert into instrument select 'a', '7', 'T', null, null, null, '{}';
            create temporary table institutions as
              select (repeat(n, 8) || '-1111-4111-8111-111111111111')::text as t,
                     (repeat(n, 8) || '-0000-4000-8000-000000000000')::uuid as w
              from unnest(array['1', '2', '3']) n;
            insert into workshop select t, w, 'c', 'delivered', now(), now(), 1 from institutions;
            insert into protocol (tenant, id, number, board, title, valid_from, withdrawal_policy, instrument_key,
                                  instrument_version, curricula, evaluators, institutions)
              select t, w, '7', 'Board', 'Title', '2026-01-01', 'EXCLUDE', 'a', '7', '{c}', '{}', '{}' from institutions;
            insert into wave (tenant, id, version, workshop, protocol, opens_at, closes_at, invited, roster_revision,
                              occasion, instrument_key, instrument_version)
              select t, w, 4, w, w, '2026-03-10T15:00:00Z', '2026-04-11T00:00:00Z', 3, 3, 'WORKSHOP', 'a', '7'
              from institutions;
            insert into invitation (tenant, wave, participant)
              select t, w, (p || '0000000-0000-4000-8000-000000000000')::uuid
              from institutions, unnest(array['a', 'b', 'c']) p;
            insert into mailing_round (tenant, wave, number, after, done)
              select i.tenant, i.wave, 0, i.participant, i.tenant like '1%' from invitation i
              where i.participant::text like case when i.tenant like '1%' then 'c%' else 'b%' end and i.tenant not like '3%';
            insert into mailing_round (tenant, wave, number, after, done)
              select t, w, 1, null, false from institutions where t like '1%';
            insert into newcomer select tenant, wave, participant from invitation
              where tenant like '1%' and participant::text like 'b%'""";

    @Test
    void whose_turn_has_come_is_known_of_each() throws Exception {
        try (OldDatabase database = OldDatabase.of("53", INVITATIONS)) {
            database.migrateTo("54");

            assertThat(passed(database, "1")).isEqualTo("a=true b=false c=true");
            assertThat(passed(database, "2")).isEqualTo("a=true b=true c=false");
            assertThat(passed(database, "3")).isEqualTo("a=false b=false c=false");
            assertThat(database.row("select count(*), min(number) from mailing_round"))
                    .isEqualTo("1|1");
        }
    }

    @Test
    void rounds_under_way_are_over_because_their_places_name_people_in_another_order() throws Exception {
        try (OldDatabase database = OldDatabase.of("53", INVITATIONS)) {
            database.migrateTo("78");
            database.execute(
                    """
                    insert into mailing_round (tenant, wave, number, after, done)
                      select i.tenant, i.wave, n, case n when 3 then null else i.participant end, n = 1
                      from invitation i, unnest(array[1, 2, 3, 1002]) n
                      where i.tenant like '3%' and i.participant::text like 'b%'""");

            database.migrateTo("80");

            assertThat(
                            database.row(
                                    """
                                    select string_agg(number || '=' || done, ' ' order by number), count(place),
                                      max(cardinality(again)) from mailing_round where tenant like '3%'"""))
                    .isEqualTo("1=true 2=true 3=false 1002=false|0|0");
        }
    }

    private static String passed(OldDatabase database, String institution) throws Exception {
        return database.row(
                """
                select string_agg(left(participant::text, 1) || '=' || passed, ' ' order by participant)
                from invitation where tenant like '%s%%'"""
                        .formatted(institution));
    }
}
