package org.mentoringcommons.curriculum.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.OldDatabase;

/** Boards whose session was moved or cancelled before anybody looked at them for that. */
class OldBoardsTest {

    @Test
    void they_are_looked_at_when_their_session_ends_now_and_the_others_when_they_were_to_be() throws Exception {
        try (OldDatabase database = OldDatabase.of(
                "99",
                """
                create temporary table w as select '11111111-1111-4111-8111-111111111111' as tenant, id, status, n
                  from (values (gen_random_uuid(), 'PLANNED', 1), (gen_random_uuid(), 'CANCELLED', 2)) as v(id, status, n);
                insert into curriculum (key, title, audience) values ('c', 'C', 'MENTEE');
                insert into curriculum_version (curriculum, version, status, revision) values ('c', '1', 'PUBLISHED', 0);
                insert into workshop (tenant, id, version, name, curriculum, curriculum_version, mode, audience, status,
                    enrolled, attended, roster_revision, time_zone, scheduled_at)
                  select tenant, id, 0, 'W', 'c', '1', 'ONLINE', 'MENTEE', status, 0, 0, 0, 'UTC', now() from w;
                insert into session (tenant, workshop, number, starts_at, minutes, attended)
                  select tenant, id, 1, now() + interval '1 day', 60, 0 from w;
                create temporary table b as select tenant, id as workshop, gen_random_uuid() as id, n, mingled
                  from w, (values (false), (true)) as m(mingled);
                insert into board (tenant, id, workshop, session, prompt, link, mingled)
                  select tenant, id, workshop, 1, '?', gen_random_uuid(), mingled from b;
                insert into board_task (institution, board, due_at)
                  select tenant, id, now() + interval '9 days' from b""")) {

            database.migrateTo("105");

            assertThat(
                            database.column(
                                    """
                                    select n || case when mingled then ' mingled ' else ' ' end || case
                                      when due_at <= now() then 'now'
                                      when mingled and due_at < now() + interval '24 hours' then 'within a day'
                                      when due_at between now() + interval '25 hours' and now() + interval '25 hours 2 minutes'
                                        then 'at its end'
                                      else 'as before' end
                                    from board_task join b on b.id = board order by 1"""))
                    .containsExactly("1 at its end", "1 mingled within a day", "2 mingled as before", "2 now");
        }
    }
}
