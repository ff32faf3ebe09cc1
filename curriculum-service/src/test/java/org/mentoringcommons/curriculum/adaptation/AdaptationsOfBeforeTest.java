package org.mentoringcommons.curriculum.adaptation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.OldDatabase;

/** What is still to be read is known from the upgrade on. */
class AdaptationsOfBeforeTest {

    private static final String UNREAD =
            "select left(institution, 1) || right(adaptation::text, 1) from unread_adaptation order by 1";

    @Test
    void which_are_of_before_is_known_from_the_upgrade_on() throws SQLException, IOException {
        try (OldDatabase database = OldDatabase.of(
                "98",
                """
                insert into curriculum (key, title, audience) values ('c', 'T', 'MENTEE');
                insert into curriculum_version (curriculum, version, status, revision) values ('c', '1', 'DRAFT', 0);
                insert into adaptation (tenant, id, key)
                  select tenant, id::uuid, 'k' from (values
                    ('11111111-1111-4111-8111-111111111111', '10000000-0000-4000-8000-000000000001'),
                    ('22222222-2222-4222-8222-222222222222', '10000000-0000-4000-8000-000000000002')) x(tenant, id);
                insert into adaptation_revision (tenant, adaptation, revision, base_curriculum, base_version, digest, files)
                  select tenant, id, 1, 'c', '1', 'd', '{}' from adaptation""")) {

            database.migrateTo("99");

            assertThat(database.column(UNREAD)).containsExactly("11", "22");

            // an older instance saved one before the database knew by itself, and one was saved with its words
            database.execute("delete from unread_adaptation");
            database.execute(
                    """
                    insert into adaptation_part (tenant, adaptation, revision, module, position, key, kind, readers, title,
                      language, source, body, facilitation)
                    select tenant, adaptation, 1, 'm', 0, 'k', 'passage', 'everyone', 'T', 'en', '', '', ''
                    from adaptation_revision where tenant like '1%'""");

            database.migrateTo("102");

            assertThat(database.column(UNREAD)).containsExactly("22");
        }
    }
}
