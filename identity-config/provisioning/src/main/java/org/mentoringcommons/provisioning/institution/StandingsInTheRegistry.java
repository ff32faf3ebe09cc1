package org.mentoringcommons.provisioning.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.mentoringcommons.tenancy.RegistryCopy;
import org.mentoringcommons.tenancy.Standing;
import org.mentoringcommons.tenancy.Tenant;

/** Here the registry itself tells who may not act. */
@ApplicationScoped
class StandingsInTheRegistry implements RegistryCopy {

    private final EntityManager registry;

    StandingsInTheRegistry(EntityManager registry) {
        this.registry = registry;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<Tenant, Standing> notActive() {
        return RegistryCopy.ofRows(registry.createNativeQuery(
                        """
                        select organization::text, state from institution
                        where state in ('SUSPENDED', 'CLOSED') and organization is not null""")
                .getResultStream());
    }
}
