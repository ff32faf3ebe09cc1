package org.mentoringcommons.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A database of its own as an earlier version of the service left it, to be brought forward step by step. */
public final class OldDatabase implements AutoCloseable {

    /** The default of ten seconds is short on a machine that builds something else as well. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Map<String, String> ROLES =
            Map.of("app", "postgres", "owner", "postgres", "relay", "postgres");

    private final EmbeddedPostgres postgres;
    private final Connection owner;

    private OldDatabase(EmbeddedPostgres postgres) throws SQLException {
        this.postgres = postgres;
        this.owner = postgres.getPostgresDatabase().getConnection();
    }

    /** One of this version, holding what this says. */
    public static OldDatabase of(String version, String inserts) throws IOException, SQLException {
        OldDatabase database = new OldDatabase(
                EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start());
        database.migrateTo(version);
        database.owner.createStatement().execute(inserts);
        return database;
    }

    public void migrateTo(String version) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("db/tenancy", "db/exchange", "db/audit", "db/migration")
                .placeholders(ROLES)
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }

    public void execute(String sql) throws SQLException {
        owner.createStatement().execute(sql);
    }

    /** The only row there is, its columns separated by bars. */
    public String row(String query) throws SQLException {
        try (ResultSet row = owner.createStatement().executeQuery(query)) {
            assertThat(row.next()).isTrue();
            StringBuilder columns = new StringBuilder(row.getString(1));
            for (int column = 2; column <= row.getMetaData().getColumnCount(); column++) {
                columns.append('|').append(row.getString(column));
            }
            assertThat(row.next()).isFalse();
            return columns.toString();
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        owner.close();
        postgres.close();
    }
}
