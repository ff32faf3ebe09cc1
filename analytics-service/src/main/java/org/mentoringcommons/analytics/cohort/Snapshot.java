package org.mentoringcommons.analytics.cohort;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Read-only transactions of the research role that see one study's rows as they stand at one moment.
 *
 * @param study its key
 * @param atMost after which the database gives them up; zero for never
 */
record Snapshot(String study, Duration atMost) {

    /** Begins one; what it sees is fixed from here on. */
    void begin(Connection connection) throws SQLException {
        open(connection);
        set(connection);
    }

    /** Begins another that sees the same as the one that told this name, on another connection. */
    void beginLike(String name, Connection connection) throws SQLException {
        open(connection);
        // the name is the database's own; the statement takes no parameter
        connection.createStatement().execute("set transaction snapshot '" + name + "'");
        set(connection);
    }

    /** A name for what the transaction of a connection sees; good until it ends. */
    static String name(Connection connection) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("select pg_export_snapshot()")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void open(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.createStatement().execute("set transaction isolation level repeatable read, read only");
    }

    /** For this transaction only. */
    private void set(Connection connection) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(
                "select set_config('app.study', ?, true), set_config('transaction_timeout', ?, true)")) {
            set.setString(1, study);
            set.setString(2, Long.toString(atMost.toMillis()));
            set.execute();
        }
    }

    /** Ends it; nothing is left set on the connection. */
    static void end(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
