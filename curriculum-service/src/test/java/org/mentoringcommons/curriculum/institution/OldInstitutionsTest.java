package org.mentoringcommons.curriculum.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.OldDatabase;

/** Institutions known before their names were kept. */
class OldInstitutionsTest {

    @Test
    void what_identity_said_is_read_again_and_until_then_they_are_known_as_before() throws SQLException, IOException {
        try (OldDatabase database = OldDatabase.of(
                "51",
                """
                insert into institution (id, alias, time_zone, state)
                  values ('11111111-1111-4111-8111-111111111111', 'lakeside', 'America/Chicago', 'suspended');
                insert into rebuild (number, state, asked_by, ended_at) values (3, 'done', 'somebody', now())""")) {

            database.migrateTo("97");

            assertThat(database.column("select number || state || coalesce(ended_at::text, '-') from rebuild"))
                    .containsExactly("4wanted-");
            assertThat(database.column("select alias || state from institution"))
                    .containsExactly("lakesidesuspended");
        }
    }
}
