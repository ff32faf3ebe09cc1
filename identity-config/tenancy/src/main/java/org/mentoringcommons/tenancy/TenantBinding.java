package org.mentoringcommons.tenancy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * The institution the current request, event or job works for: the token's, or one bound by hand where there is no
 * token (an event, a schedule, a participant's link). Bound once, before the first transaction, and never changed:
 * a connection taken for one institution can then never serve another.
 */
@RequestScoped
public class TenantBinding {

    private final Caller caller;
    private Tenant bound;

    TenantBinding(Caller caller) {
        this.caller = caller;
    }

    /** The institution worked for; empty means platform tables only: tenant tables then show and accept nothing. */
    public Optional<Tenant> tenant() {
        return bound != null ? Optional.of(bound) : caller.institution();
    }

    /**
     * Binds a request that carries no institution in a token.
     *
     * @throws IllegalStateException if another institution is bound already, or a transaction is under way
     */
    public void bind(Tenant tenant) {
        Optional<Tenant> present = tenant();
        if (present.isPresent() && !present.get().equals(tenant)) {
            throw new IllegalStateException("already bound to another institution");
        }
        if (present.isEmpty() && QuarkusTransaction.isActive()) {
            throw new IllegalStateException("an institution must be bound before the transaction begins");
        }
        bound = tenant;
    }
}
