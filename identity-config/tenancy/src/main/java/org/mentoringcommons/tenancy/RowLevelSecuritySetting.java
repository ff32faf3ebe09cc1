package org.mentoringcommons.tenancy;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Tells PostgreSQL for which institution and which person a connection works, each time one is taken from the pool and
 * at no other place. Outside a request, or without an institution, the setting is empty, which the policies read as "no
 * rows"; so is the person's where no token speaks. Because every taking sets both, nothing needs to be reset on return.
 */
@Singleton
class RowLevelSecuritySetting implements AgroalPoolInterceptor {

    private static final String SET = "select set_config('app.tenant', ?, false), set_config('app.person', ?, false)";

    private final TenantBinding binding;
    private final Caller caller;

    RowLevelSecuritySetting(TenantBinding binding, Caller caller) {
        this.binding = binding;
        this.caller = caller;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try (PreparedStatement set = connection.prepareStatement(SET)) {
            set.setString(1, tenant().map(Tenant::id).orElse(""));
            set.setString(2, person().orElse(""));
            set.execute();
        } catch (SQLException refused) {
            throw new IllegalStateException("the connection could not be bound to an institution", refused);
        }
    }

    /** From the token and nowhere else: there is no way to bind another. */
    private Optional<String> person() {
        return Arc.container().requestContext().isActive() && caller.isSignedIn()
                ? Optional.ofNullable(caller.subject())
                : Optional.empty();
    }

    private Optional<Tenant> tenant() {
        return Arc.container().requestContext().isActive() ? binding.tenant() : Optional.empty();
    }
}
