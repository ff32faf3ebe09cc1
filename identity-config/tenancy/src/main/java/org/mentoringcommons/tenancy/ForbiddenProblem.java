package org.mentoringcommons.tenancy;

import io.quarkus.security.ForbiddenException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** 403 that tells a well-meaning client what its token lacks: an institution, a single one, an active
 * one, or the role. */
@Provider
@Priority(1)
public class ForbiddenProblem implements ExceptionMapper<ForbiddenException> {

    @Inject
    Caller caller;

    @Inject
    Standings standings;

    @Override
    public Response toResponse(ForbiddenException refused) {
        return reason().problem().toResponse();
    }

    private Refusal reason() {
        Optional<Standing> standing = caller.institution().flatMap(standings::of);
        if (standing.isPresent()) {
            return standing.get().refusal(); // whatever else is missing: it would not help
        }
        if (caller.namesSeveralInstitutions()) {
            return forbidden("several-institutions", "The token names several institutions")
                    .violation("scope", "ask for organization:<alias> of exactly one institution");
        }
        if (caller.namesNoInstitution()) {
            return forbidden("no-institution", "The token names no institution, or lacks the role")
                    .violation("scope", "ask for organization:<alias>");
        }
        return forbidden("role-missing", "The caller does not hold a role this needs");
    }

    private static Refusal forbidden(String type, String title) {
        return Refusal.of(type, Response.Status.FORBIDDEN, title);
    }
}
