package org.mentoringcommons.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Roles;

/** Things done over HTTP, and noted. */
@Path("/things/v1/doings")
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.PLATFORM_OPERATOR})
class Doings {

    private final AuditTrail trail;
    private final Caller caller;

    Doings(AuditTrail trail, Caller caller) {
        this.trail = trail;
        this.caller = caller;
    }

    /** Does something, and fails after all if told to. */
    @POST
    @Transactional
    public void act(@QueryParam("thing") String thing, @QueryParam("fail") boolean fail) {
        Deed deed = Deed.of("thing.done", "thing", thing);
        if (caller.has(Roles.INSTITUTION_ADMIN)) {
            deed.institution(caller.institution().orElseThrow());
        }
        trail.record(deed);
        if (fail) {
            throw new IllegalStateException("it fails after all");
        }
    }
}
