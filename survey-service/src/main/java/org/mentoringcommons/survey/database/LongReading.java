package org.mentoringcommons.survey.database;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/**
 * Reads any number of rows for one institution as they are at one moment, a few at a time, however long that takes: not in
 * a transaction of the transaction manager, which ends each after a minute.
 */
@ApplicationScoped
public class LongReading {

    private static final int FETCHED_AT_ONCE = 500;

    private final DataSource database;
    private final TenantBinding binding;

    LongReading(DataSource database, TenantBinding binding) {
        this.database = database;
        this.binding = binding;
    }

    /** Takes the row a result stands at. */
    public interface Taking {
        void take(ResultSet row) throws SQLException, IOException;
    }

    /**
     * @param values as {@link Statements} takes them
     * @throws IllegalStateException if rows cannot be read; without the cause, which may quote one
     */
    public void each(Tenant institution, String sql, Taking taking, Object... values) throws IOException {
        ManagedContext request = Arc.container().requestContext();
        InjectableContext.ContextState outer = request.getStateIfActive();
        request.activate();
        try {
            binding.bind(institution);
            read(sql, taking, values);
        } catch (SQLException failure) {
            throw new IllegalStateException("rows could not be read: " + failure.getSQLState());
        } finally {
            request.terminate();
            if (outer != null) {
                request.activate(outer);
            }
        }
    }

    private void read(String sql, Taking taking, Object... values) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false); // otherwise all rows come at once
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setFetchSize(FETCHED_AT_ONCE);
                Statements.set(connection, select, values);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        taking.take(row);
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
