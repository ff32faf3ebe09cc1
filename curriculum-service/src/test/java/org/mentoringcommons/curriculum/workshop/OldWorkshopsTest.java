package org.mentoringcommons.curriculum.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.OldDatabase;

/** Workshops planned before they had a time zone. */
class OldWorkshopsTest {

    private static final String HERE = "11111111-1111-4111-8111-111111111111";
    private static final String UNHEARD_OF = "22222222-2222-4222-8222-222222222222";

    @Test
    void they_go_by_the_clocks_of_their_institution_and_keep_what_they_covered() throws SQLException, IOException {
        try (OldDatabase database = OldDatabase.of(
                "51",
                """
                insert into institution (id, alias, time_zone, state)
                  values ('%1$s', 'lakeside', 'America/Chicago', 'active');
                insert into curriculum (key, title, audience) values ('c', 'C', 'MENTEE');
                insert into curriculum_version (curriculum, version, status, revision)
                  values ('c', '1', 'PUBLISHED', 0);
                insert into workshop
                  select t, gen_random_uuid(), 3, 'W', 'c', '1', 'ONLINE', 'MENTEE', '{a,b}', 'PLANNED', null,
                         2, 1, 1 from unnest(array['%1$s', '%2$s']) t"""
                        .formatted(HERE, UNHEARD_OF))) {

            database.migrateTo("70");

            assertThat(database.column(
                            "select time_zone || covered::text || covered_partly::text || enrolled || attended"
                                    + " from workshop order by tenant"))
                    .containsExactly("America/Chicago{a,b}{}21", "UTC{a,b}{}21");
        }
    }
}
