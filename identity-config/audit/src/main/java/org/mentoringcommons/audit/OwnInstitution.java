package org.mentoringcommons.audit;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Administrators read their institution's deeds, platform operators those of the platform, hubs none. */
@ApplicationScoped
@DefaultBean
class OwnInstitution implements AuditReach {

    private final Caller caller;

    OwnInstitution(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Scope scope() {
        if (caller.has(Roles.INSTITUTION_ADMIN)) {
            return Scope.ofTenant(caller.institution().orElseThrow());
        }
        if (caller.has(Roles.PLATFORM_OPERATOR)) {
            return Scope.ofThePlatform();
        }
        throw Refusal.of("role-missing", Response.Status.FORBIDDEN, "The caller does not hold a role this needs")
                .problem();
    }
}
