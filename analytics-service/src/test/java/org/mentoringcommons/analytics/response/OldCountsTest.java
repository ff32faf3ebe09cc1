package org.mentoringcommons.analytics.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.OldDatabase;

/** Answers counted by workshop before counts stood by institution. */
class OldCountsTest {

    @Test
    void the_waves_take_over_how_many_answered_and_the_rest_waits_to_be_counted_from_the_rows() throws Exception {
        try (OldDatabase old = OldDatabase.of(1);
                Connection owner = old.asOwner()) {
            owner.createStatement()
                    .execute(
                            """
                        insert into instrument values ('i', '1', '{"items": [], "scales": []}');
                        insert into workshop values ('%1$s', '%2$s', 'c', '1', 'online', 'mentee', 240, false, '{}',
                          'delivered', now(), now(), 8, 8);
                        insert into wave select '%1$s', i::uuid, '%2$s', 'i', '1', now(), now(), 8
                          from unnest(array['%3$s', '%4$s']) as i;
                        insert into response select '%1$s', gen_random_uuid(), '%3$s', n <= 2, ''
                          from generate_series(1, 5) as n;
                        insert into response_tally values ('%1$s', '%2$s', 'i', '1', 5, 2);
                        insert into pair_count values ('%1$s', '%2$s', 'i', '1', 'evaluated', 'item', 'a', 1, 2, 5)"""
                                    .formatted(
                                            Facts.id("old"), Facts.id("shop"), Facts.id("wave 1"), Facts.id("wave 2")));

            old.migrate(22);

            assertThat(Database.rows(owner, "select id, responded, consented from wave"))
                    .containsExactlyInAnyOrder(Facts.id("wave 1") + "|5|2", Facts.id("wave 2") + "|0|0");
            assertThat(Database.rows(owner, "select responded, consented from response_tally"))
                    .containsExactly("5|2");
            assertThat(Database.rows(owner, "select recount_due from institution_version"))
                    .containsExactly("t");
            assertThat(Database.rows(owner, "select count(*) from response")).containsExactly("5");
        }
    }
}
