package org.mentoringcommons.curriculum.comparison;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.http.Unkept;
import org.mentoringcommons.curriculum.person.People;
import org.mentoringcommons.tenancy.Roles;

/** All that the caller compares, or is asked to. */
@Path("/curriculum/v1/comparisons")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed(Roles.PARTICIPANT)
@Unkept
@Tag(name = "Worksheets")
class ComparisonsResource {

    private final Consents consents;
    private final People people;

    ComparisonsResource(Consents consents, People people) {
        this.consents = consents;
        this.people = people;
    }

    @GET
    @Operation(
            summary = "Lists comparisons",
            description = "That the caller consented to, and to which another person has, naming the caller.")
    @APIResponseSchema(ConsentView[].class)
    public List<ConsentView> list() {
        people.me();
        List<Consents.Standing> all = consents.all();
        Map<String, String> names =
                people.names(all.stream().map(Consents.Standing::other).toList());
        return all.stream().map(one -> one.view(names)).toList();
    }
}
