package org.mentoringcommons.survey.wave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.OldDatabase;

/** Waves opened when every wave was right after a workshop, asked its protocol's instrument, and was never told as over. */
class OldWavesTest {

    private static final String WAVES =
            """
            insert into instrument select k, '7', 'T', null, null, null, '{}' from unnest(array['a', 'b']) k;
            insert into workshop
              select t, w::uuid, 'c', 'delivered', now(), now(), 1
              from (values ('11111111-1111-4111-8111-111111111111', '10000000-0000-4000-8000-000000000001'),
                           ('22222222-2222-4222-8222-222222222222', '10000000-0000-4000-8000-000000000002')) x(t, w);
            insert into protocol (tenant, id, number, board, title, valid_from, withdrawal_policy, instrument_key,
                                  instrument_version, curricula, evaluators, institutions)
              select t, p::uuid, '7', 'Board', 'Title', '2026-01-01', 'EXCLUDE', i, '7', '{c}', '{}', '{}'
              from (values ('11111111-1111-4111-8111-111111111111', '20000000-0000-4000-8000-000000000001', 'a'),
                           ('22222222-2222-4222-8222-222222222222', '20000000-0000-4000-8000-000000000002', 'b')) x(t, p, i);
            insert into wave (tenant, id, version, workshop, protocol, opens_at, closes_at, invited, roster_revision)
              select w.tenant, gen_random_uuid(), 4, w.id, p.id, '2026-03-10T15:00:00Z', '2026-04-11T00:00:00Z', 12, 3
              from workshop w join protocol p on p.tenant = w.tenant""";

    @Test
    void they_ask_what_their_protocol_asked_and_are_closed_in_their_time() throws Exception {
        try (OldDatabase database = OldDatabase.of("51", WAVES)) {
            database.migrateTo("52");

            for (String[] expected : new String[][] {{"1", "a"}, {"2", "b"}}) {
                assertThat(database.row(
                                """
                        select w.occasion, w.instrument_key, w.instrument_version, w.final_responded is null, w.version,
                               w.invited, t.task, t.due_at = '2026-04-11T00:01:00Z', t.attempts, t.claim is null
                        from wave w join wave_task t on t.institution = w.tenant and t.wave = w.id
                        where w.tenant like '%s%%'"""
                                        .formatted(expected[0])))
                        .isEqualTo("WORKSHOP|" + expected[1] + "|7|t|4|12|CLOSE|t|0|t");
            }
        }
    }
}
