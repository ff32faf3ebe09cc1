package org.mentoringcommons.curriculum;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        database.execute(inserts);
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

    /** The first column of every row. */
    public List<String> column(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = query(query)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    public ResultSet query(String query) throws SQLException {
        return owner.createStatement().executeQuery(query);
    }

    public void execute(String statement) throws SQLException {
        owner.createStatement().execute(statement);
    }

    @Override
    public void close() throws IOException, SQLException {
        owner.close();
        postgres.close();
    }
}
