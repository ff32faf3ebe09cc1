package org.mentoringcommons.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/** Where a transaction leaves the facts that its change gives rise to; they are published if, and only if, it commits. */
@ApplicationScoped
public class Outbox {

    private static final String APPEND =
            "insert into outbox (topic, key, type, version, tenant, time, data) values (?, ?, ?, ?, ?, coalesce(?, now()), ?)";

    private final DataSource database;
    private final TransactionManager transactions;
    private final TenantBinding binding;
    private final ObjectMapper json;
    private final RelayWaker waker;

    Outbox(
            DataSource database,
            TransactionManager transactions,
            TenantBinding binding,
            ObjectMapper json,
            RelayWaker waker) {
        this.database = database;
        this.transactions = transactions;
        this.binding = binding;
        this.json = json;
        this.waker = waker;
    }

    /**
     * Appends within the current transaction, under the bound institution.
     *
     * @throws IllegalStateException if no transaction is under way: a fact without its change would be a lie
     */
    public void append(Fact fact) {
        appendAll(List.of(fact));
    }

    /** As {@link #append}, of many in their order, together. */
    public void appendAll(List<Fact> facts) {
        wakeTheRelayAfterCommit();
        // the pool enlists this connection in the transaction under way: the very one the change is written by
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            for (Fact fact : facts) {
                set(insert, fact);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("a fact could not be appended to the outbox", failure);
        }
    }

    private void set(PreparedStatement insert, Fact fact) throws SQLException, JsonProcessingException {
        insert.setString(1, fact.topic());
        insert.setString(2, fact.key());
        insert.setString(3, fact.type());
        insert.setLong(4, fact.version());
        insert.setString(5, binding.tenant().map(Tenant::id).orElse(null));
        insert.setObject(
                6, fact.time() == null ? null : fact.time().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        insert.setString(7, fact.data() == null ? null : json.writeValueAsString(fact.data()));
    }

    private void wakeTheRelayAfterCommit() {
        try {
            if (transactions.getStatus() != Status.STATUS_ACTIVE) {
                throw new IllegalStateException("a fact is appended in the transaction of its change");
            }
            transactions.getTransaction().registerSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {}

                @Override
                public void afterCompletion(int status) {
                    waker.wake();
                }
            });
        } catch (SystemException | RollbackException failure) {
            throw new IllegalStateException("the transaction cannot take a fact", failure);
        }
    }
}
