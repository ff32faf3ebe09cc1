package org.mentoringcommons.provisioning.institution;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Institutions from before they could change. */
class OldInstitutionsTest {

    @Test
    void what_was_active_is_settled_as_it_is_and_what_was_requested_is_still_to_be_made() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            migrate(postgres, "2");
            try (Connection owner = postgres.getPostgresDatabase().getConnection()) {
                owner.createStatement()
                        .execute(
                                """
                        insert into hub (key, name, created_at) values ('midwest', 'Midwest', now());
                        insert into institution values
                          ('lakeside', '7c0f2c51-3f3b-4f0e-8a53-0f7ad9a7c1de', 'Lakeside', 'midwest', 'INSTITUTION', 'UTC',
                           'ACTIVE', '2026-01-02T03:04:05Z', 7),
                          ('hilltop', null, 'Hilltop', 'midwest', 'INSTITUTION', 'UTC', 'REQUESTED', now(), 0);
                        insert into institution_domain values ('b.example', 'lakeside'), ('a.example', 'lakeside')""");

                migrate(postgres, "13");

                assertThat(
                                rows(
                                        owner,
                                        "select concat_ws(' ', alias, settled, domains_made::text) from institution order by alias"))
                        .containsExactly("hilltop {}", "lakeside 7 {a.example,b.example}");
                assertThat(rows(owner, "select (since = requested_at)::text from institution"))
                        .containsExactly("true", "true");
                assertThat(rows(owner, "select version::text from hub")).containsExactly("0");

                migrate(postgres, "31");

                assertThat(rows(owner, "select alias from institution where settled is null order by alias"))
                        .as("those that wait for an account of survey-service's")
                        .containsExactly("hilltop", "lakeside");
                owner.createStatement()
                        .execute(
                                """
                        insert into sign_in (institution, issuer, single_sign_on, posts, certificates, domain, state,
                                             requested_at, version)
                        values ('lakeside', 'https://idp.example', 'https://idp.example/sso', false, '{MII}',
                                'a.example', 'ACTIVE', now(), 3)""");

                owner.createStatement()
                        .execute(
                                """
                        update institution set state = 'CLOSED', reason = 'Over', retained_until = '2026-03-01',
                               retired_at = '2026-03-02T00:00:00Z' where alias = 'lakeside'""");

                migrate(postgres, "34");

                assertThat(rows(owner, "select alias from institution where roster_reader is null order by alias"))
                        .as("those whose account of survey-service's has to be made once more")
                        .containsExactly("hilltop", "lakeside");
                assertThat(rows(owner, "select version::text from sign_in where metadata_url is null"))
                        .as("stays as it is, and is read again from when it is written again")
                        .containsExactly("3");
                assertThat(rows(owner, "select alias from institution where retired_at is not null"))
                        .as("it is retired once more, so that the others hear of it")
                        .isEmpty();
            }
        }
    }

    private static List<String> rows(Connection database, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = database.createStatement().executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private static void migrate(EmbeddedPostgres postgres, String target) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("db/tenancy", "db/exchange", "db/audit", "db/migration")
                .placeholders(Map.of("app", "postgres", "owner", "postgres", "relay", "postgres"))
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }
}
