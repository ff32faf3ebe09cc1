package org.mentoringcommons.exchange;

import java.sql.SQLException;

/** The database refused a statement of the exchange itself. */
class DatabaseFailed extends RuntimeException {

    DatabaseFailed(SQLException cause) {
        super(cause);
    }

    /** Whether the database is away rather than unwilling: then waiting helps and giving up does not. */
    static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                // connection exceptions, insufficient resources, operator intervention; the pool's own have no state
                if (state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57")) {
                    return true;
                }
            }
        }
        return false;
    }
}
