package org.mentoringcommons.audit;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.mentoringcommons.tenancy.Refusal;

/** Which deeds a request asks for, of those its caller may read. */
class DeedFilter {

    @QueryParam("action")
    @Parameter(description = "Only this action, such as institution.suspended")
    String action;

    @QueryParam("from")
    @Parameter(description = "Not before this instant, such as 2026-03-01T00:00:00Z")
    String from;

    @QueryParam("to")
    @Parameter(description = "Before this instant")
    String to;

    /** What is asked for, of what the caller may read. */
    Deeds.Wanted within(AuditReach.Scope scope) {
        return new Deeds.Wanted(scope, action, instant("from", from), instant("to", to));
    }

    private static Instant instant(String field, String value) {
        if (value == null) {
            return null;
        }
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException unreadable) {
            throw Refusal.badRequest("filter-unreadable", "A filter cannot be read")
                    .violation(field, "must be an instant such as 2026-03-02T14:00:00Z")
                    .problem();
        }
    }
}
