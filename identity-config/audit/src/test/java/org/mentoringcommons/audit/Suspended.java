package org.mentoringcommons.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mentoringcommons.tenancy.RegistryCopy;
import org.mentoringcommons.tenancy.Standing;
import org.mentoringcommons.tenancy.Tenant;

/** A registry in which tests suspend institutions. */
@ApplicationScoped
class Suspended implements RegistryCopy {

    private final Map<Tenant, Standing> suspended = new ConcurrentHashMap<>();

    void add(Tenant institution) {
        suspended.put(institution, Standing.SUSPENDED);
    }

    @Override
    public Map<Tenant, Standing> notActive() {
        return suspended;
    }
}
