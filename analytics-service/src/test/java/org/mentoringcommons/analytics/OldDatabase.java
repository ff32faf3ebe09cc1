package org.mentoringcommons.analytics;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** A database of its own as it was in an earlier version, which is then brought forward. */
public final class OldDatabase implements AutoCloseable {

    private static final Map<String, String> ROLES = Stream.of("app", "owner", "relay", "research", "release")
            .collect(Collectors.toMap(role -> role, role -> "postgres"));

    private final EmbeddedPostgres postgres;

    private OldDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** {@return one as of a version} */
    public static OldDatabase of(int version) throws IOException {
        OldDatabase old = new OldDatabase(EmbeddedPostgres.builder().start());
        old.migrate(version);
        return old;
    }

    public void migrate(int version) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("db/tenancy", "db/exchange", "db/migration")
                .placeholders(ROLES)
                .outOfOrder(true)
                .target(Integer.toString(version))
                .load()
                .migrate();
    }

    public Connection asOwner() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
