package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.OldDatabase;

/** What stood of releases before it was noted by which rules. */
class OldStandingsTest {

    private static final String OLD =
            """
            insert into study (key, title, definition, declared_by, declared_at)
              values ('stood', 'Stood', '{}', 'op', '2026-01-01T00:00:00Z');
            insert into release_draft (id, study, study_version, purpose, state, drafted_by, drafted_at, approved_by,
                                       sealed_attempt, edition, method_version) values
              ('00000000-0000-0000-0000-000000000001', 'stood', 1, 'p', 'frozen', 'ann', now(), 'bob', 2, 1, null),
              ('00000000-0000-0000-0000-000000000002', 'stood', 1, 'p', 'frozen', 'ann', now(), 'bob', 1, 2, '1.2'),
              ('00000000-0000-0000-0000-000000000003', 'stood', 1, 'p', 'audited', 'ann', now(), null, 1, 3, '1.3'),
              ('00000000-0000-0000-0000-000000000004', 'stood', 1, 'p', 'computed', 'ann', now(), null, 1, null, null);
            insert into sealed_cube (draft, attempt, hash, cube)
              select id, sealed_attempt, encode(sha256('c'), 'hex'), 'c' from release_draft;
            insert into sealed_standing (draft, attempt, edition, standing)
              select id, sealed_attempt, coalesce(edition, 3), 'stands' from release_draft;
            insert into sealed_standing (draft, attempt, edition, standing)
              values ('00000000-0000-0000-0000-000000000003', 1, 2, 'outrun');
            insert into release (number, draft, sealed_attempt, study, study_version, title, purpose, content_hash, cube_hash,
                                 edition, frozen_at) values
              (1, '00000000-0000-0000-0000-000000000001', 2, 'stood', 1, 't', 'p', 'h', 'c', 1, now());
            insert into release (number, draft, sealed_attempt, study, study_version, title, purpose, content_hash, cube_hash,
                                 edition, frozen_at, method_version) values
              (2, '00000000-0000-0000-0000-000000000002', 1, 'stood', 1, 't', 'p', 'h', 'c', 2, now(), '1.2')""";

    @Test
    void it_stands_by_the_rules_of_its_release_or_of_its_audit_and_else_is_made_anew() throws Exception {
        try (OldDatabase old = OldDatabase.of(120);
                Connection owner = old.asOwner()) {
            owner.createStatement().execute(OLD);

            old.migrate(125);

            assertThat(
                            Database.rows(
                                    owner,
                                    "select right(draft::text, 1), attempt, edition, method from sealed_standing order by 1, 3"))
                    .containsExactly("1|2|1|1.0", "2|1|2|1.2", "3|1|3|1.3");
            // instances of two versions side by side, of the same counts
            owner.createStatement()
                    .execute("insert into sealed_standing (draft, attempt, edition, method, standing)"
                            + " select draft, attempt, edition, '1.4', 'other' from sealed_standing where edition = 3");
            assertThatThrownBy(() -> owner.createStatement().execute("delete from sealed_standing where edition = 2"))
                    .as("a release refers to it")
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo("23503"));
        }
    }
}
