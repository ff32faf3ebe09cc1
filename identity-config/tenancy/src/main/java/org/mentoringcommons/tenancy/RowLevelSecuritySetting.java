package org.mentoringcommons.tenancy;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Tells PostgreSQL for which institution a connection works, each time one is taken from the pool and at no other
 * place. Outside a request, or without an institution, the setting is empty, which the policies read as "no rows";
 * because every taking sets it, nothing needs to be reset on return.
 */
@Singleton
class RowLevelSecuritySetting implements AgroalPoolInterceptor {

    private final TenantBinding binding;

    RowLevelSecuritySetting(TenantBinding binding) {
        this.binding = binding;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try (PreparedStatement set = connection.prepareStatement("select set_config('app.tenant', ?, false)")) {
            set.setString(1, tenant().map(Tenant::id).orElse(""));
            set.execute();
        } catch (SQLException refused) {
            throw new IllegalStateException("the connection could not be bound to an institution", refused);
        }
    }

    private Optional<Tenant> tenant() {
        return Arc.container().requestContext().isActive() ? binding.tenant() : Optional.empty();
    }
}
