package org.mentoringcommons.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.ResultSet;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database made before there was an audit trail. */
class LateArrivalTest {

    private static final Map<String, String> ROLES =
            Map.of("app", "postgres", "owner", "postgres", "relay", "postgres");

    @Test
    void the_trail_comes_to_a_service_that_has_migrations_of_its_own_already() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            migrate(postgres, "db/tenancy", "db/exchange", "db/migration");

            migrate(postgres, "db/tenancy", "db/exchange", "db/audit", "db/migration");

            try (var connection = postgres.getPostgresDatabase().getConnection();
                    ResultSet row = connection.createStatement().executeQuery("select count(*) from deed")) {
                row.next();
                assertThat(row.getLong(1)).isZero();
            }
        }
    }

    private static void migrate(EmbeddedPostgres postgres, String... locations) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations(locations)
                .placeholders(ROLES)
                .outOfOrder(org.eclipse.microprofile.config.ConfigProvider.getConfig()
                        .getValue("quarkus.flyway.out-of-order", Boolean.class))
                .load()
                .migrate();
    }
}
