package org.mentoringcommons.survey.wave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.OldDatabase;

/** Waves that were there before anybody was told of their moments. */
class OldMomentsTest {

    private static final String WAVES =
            """
            insert into instrument select 'a', '7', 'T', null, null, null, '{}';
            insert into workshop
              select '11111111-1111-4111-8111-111111111111', w::uuid, 'c', 'delivered', now(), now(), 1
              from (values ('10000000-0000-4000-8000-000000000001'), ('10000000-0000-4000-8000-000000000002'),
                           ('10000000-0000-4000-8000-000000000003')) x(w);
            insert into protocol (tenant, id, number, board, title, valid_from, withdrawal_policy, instrument_key,
                                  instrument_version, curricula, evaluators, institutions)
              values ('11111111-1111-4111-8111-111111111111', '20000000-0000-4000-8000-000000000001', '7', 'Board', 'Title',
                      '2026-01-01', 'EXCLUDE', 'a', '7', '{c}', '{}', '{}');
            insert into wave (tenant, id, version, workshop, protocol, opens_at, closes_at, invited, roster_revision, occasion,
                              instrument_key, instrument_version, final_responded)
              select w.tenant, gen_random_uuid(), 4, w.id, '20000000-0000-4000-8000-000000000001',
                     now() + opens::interval, now() + closes::interval, 12, 3, 'WORKSHOP', 'a', '7', final
              from workshop w join (values ('1', '-10 days', '20 days', null), ('2', '10 days', '40 days', null),
                                           ('3', '-50 days', '-20 days', 5)) x(n, opens, closes, final)
                on w.id::text like '%' || n""";

    @Test
    void what_is_still_to_come_of_them_is_told_and_nothing_of_what_is_over() throws Exception {
        try (OldDatabase database = OldDatabase.of("70", WAVES)) {
            database.migrateTo("71");

            assertThat(
                            database.row(
                                    """
                    select string_agg(right(w.workshop::text, 1) || t.task
                                      || (case t.task when 'OPENED' then t.due_at = w.opens_at
                                                     else t.due_at = w.closes_at - interval '3 days' end)::text, ',')
                    from wave w join wave_task t on t.institution = w.tenant and t.wave = w.id"""))
                    .contains("1CLOSINGtrue", "2CLOSINGtrue", "2OPENEDtrue")
                    .doesNotContain("1OPENED", "3");
        }
    }
}
