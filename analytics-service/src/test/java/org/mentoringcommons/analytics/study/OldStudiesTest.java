package org.mentoringcommons.analytics.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.OldDatabase;

/** Studies declared before there were versions, dated teams and texts of agreements. */
class OldStudiesTest {

    @Test
    void they_keep_declaration_team_and_agreements_and_what_was_read_counts_as_read() throws Exception {
        try (OldDatabase old = OldDatabase.of(1);
                Connection owner = old.asOwner()) {
            owner.createStatement()
                    .execute(
                            """
                        insert into study values
                          ('old', 'An old one', '{"population": "consented"}', 'op', '2026-01-01T00:00:00Z'),
                          ('unread', 'Never read', '{"population": "consented"}', 'op', '2026-01-02T00:00:00Z');
                        insert into team values ('old', 'ann'), ('old', 'bob'), ('unread', 'ann');
                        insert into agreement values
                          (gen_random_uuid(), 'old', '%1$s', 'data use 2026', 'x', '2026-02-01T00:00:00Z', null, null),
                          (gen_random_uuid(), 'old', '%2$s', 'our own words', 'y', '2026-02-02T00:00:00Z', 'y', now());
                        insert into report_access (study, subject, at) values
                          ('old', 'ann', '2026-03-02T00:00:00Z'), ('old', 'bob', '2026-03-01T00:00:00Z')"""
                                    .formatted(Facts.id("old here"), Facts.id("old there")));

            old.migrate(30);

            owner.createStatement().execute("set time zone 'UTC'");
            assertThat(Database.rows(owner, "select key, version, read_at from study order by key"))
                    .containsExactly("old|1|2026-03-01 00:00:00+00", "unread|1|null");
            assertThat(Database.rows(owner, "select subject, added_by, removed_at from team where study = 'old'"))
                    .containsExactlyInAnyOrder("ann|op|null", "bob|op|null");
            assertThat(Database.rows(owner, "select study, version, text, material from agreement_text"))
                    .containsExactly("old|1|data use 2026|t");
            assertThat(Database.rows(owner, "select institution from sharing")).containsExactly(Facts.id("old here"));
            assertThat(Database.rows(owner, "select text, text_version, renewed from agreement"))
                    .containsExactlyInAnyOrder("data use 2026|1|f", "our own words|1|f");
            Study.Definition definition = new ObjectMapper()
                    .readValue(
                            Database.rows(owner, "select definition from study where key = 'old'")
                                    .get(0),
                            Study.Definition.class);
            assertThat(definition.purpose()).isEqualTo("An old one");
            assertThat(definition.tests()).isEqualTo(Procedure.primary());
        }
    }
}
