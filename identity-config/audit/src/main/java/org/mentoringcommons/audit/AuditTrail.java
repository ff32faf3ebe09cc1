package org.mentoringcommons.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Tenant;

/** Where a transaction notes what it did; the note is there if, and only if, the change is. */
@ApplicationScoped
public class AuditTrail {

    private static final String APPEND =
            """
            insert into deed (tenant, institution, hub, subject, client, action, thing, key, detail, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource database;
    private final TransactionManager transactions;
    private final Caller caller;
    private final ReasonHeader header;
    private final String service;

    AuditTrail(
            DataSource database,
            TransactionManager transactions,
            Caller caller,
            ReasonHeader header,
            @ConfigProperty(name = "exchange.service") String service) {
        this.database = database;
        this.transactions = transactions;
        this.caller = caller;
        this.header = header;
        this.service = service;
    }

    /**
     * Appends within the current transaction. The actor is the token's subject and client, or this service where no
     * token speaks; the reason is the deed's, or that of the request's {@code Reason} header.
     *
     * @throws IllegalStateException if no transaction is under way: a note without its change would be a lie
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 {@code reason-unacceptable} for a header that cannot be
     *     kept; nothing was done then
     */
    public void record(Deed deed) {
        requireTransaction();
        String reason = deed.reason() != null ? deed.reason() : header.reason();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setString(1, deed.tenant() == null ? null : deed.tenant().id());
            insert.setString(2, institution(deed));
            insert.setString(3, deed.hub());
            insert.setString(4, caller.isSignedIn() ? caller.subject() : null);
            insert.setString(5, caller.client().orElse(service));
            insert.setString(6, deed.action());
            insert.setString(7, deed.thing());
            insert.setString(8, deed.id());
            insert.setString(9, deed.detail());
            insert.setString(10, reason);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("a deed could not be appended to the audit trail", failure);
        }
    }

    private String institution(Deed deed) {
        if (deed.institution() != null || deed.tenant() == null) {
            return deed.institution();
        }
        Optional<Tenant> callers = caller.institution();
        return callers.filter(deed.tenant()::equals)
                .flatMap(same -> caller.institutionAlias())
                .orElse(deed.tenant().id());
    }

    private void requireTransaction() {
        try {
            if (transactions.getStatus() != Status.STATUS_ACTIVE) {
                throw new IllegalStateException("a deed is recorded in the transaction of its change");
            }
        } catch (SystemException failure) {
            throw new IllegalStateException("the transaction cannot take a deed", failure);
        }
    }
}
