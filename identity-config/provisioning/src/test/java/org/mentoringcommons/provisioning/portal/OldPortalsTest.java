package org.mentoringcommons.provisioning.portal;

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

/** Portals and people with roles from before secrets rotated and roles ended. */
class OldPortalsTest {

    private static final Map<String, String> ROLES =
            Map.of("app", "postgres", "owner", "postgres", "relay", "postgres");

    @Test
    void a_portal_keeps_its_one_client_and_people_what_keycloak_may_have_of_theirs() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            migrate(postgres, "12");
            try (Connection owner = postgres.getPostgresDatabase().getConnection()) {
                owner.createStatement()
                        .execute(
                                """
                        insert into hub (key, name, created_at) values ('midwest', 'Midwest', now());
                        insert into institution (alias, name, hub, kind, time_zone, state, requested_at, version)
                          values ('lakeside', 'Lakeside', 'midwest', 'INSTITUTION', 'UTC', 'REQUESTED', now(), 0);
                        insert into portal (client_id, institution, name, roles, state, requested_at, version) values
                          ('portal-lakeside-1', 'lakeside', 'One', '{portal}', 'ACTIVE', now(), 1),
                          ('portal-lakeside-2', 'lakeside', 'Lost', '{portal}', 'REQUESTED', now(), 0);
                        insert into platform_member (username, roles, hub, state, requested_at, version, held_roles)
                          values ('ann', '{analyst,hub-admin}', 'midwest', 'REQUESTED', now(), 1, '{platform-operator}')""");

                migrate(postgres, "20");

                assertThat(rows(
                                owner,
                                "select client_id || ' ' || portal || ' ' || state from portal_client order by 1"))
                        .containsExactly(
                                "portal-lakeside-1 portal-lakeside-1 ACTIVE",
                                "portal-lakeside-2 portal-lakeside-2 REQUESTED");
                assertThat(rows(owner, "select redirect_uris::text || settled from portal order by client_id"))
                        .containsExactly("{}true", "{}true");
                assertThat(rows(owner, "select made_roles::text from platform_member"))
                        .containsExactly("{analyst,hub-admin,platform-operator}");
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
                .placeholders(ROLES)
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }
}
