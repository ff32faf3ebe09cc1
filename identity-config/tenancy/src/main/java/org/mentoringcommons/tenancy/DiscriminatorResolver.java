package org.mentoringcommons.tenancy;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.RequestScoped;

/** Tells Hibernate which {@code @TenantId} to fill and filter by: the bound institution's, or one that no row has. */
@RequestScoped
@PersistenceUnitExtension
class DiscriminatorResolver implements TenantResolver {

    private static final String NOBODY = "";

    private final TenantBinding binding;

    DiscriminatorResolver(TenantBinding binding) {
        this.binding = binding;
    }

    @Override
    public String getDefaultTenantId() {
        return NOBODY;
    }

    @Override
    public String resolveTenantId() {
        return binding.tenant().map(Tenant::id).orElse(NOBODY);
    }
}
