package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Shows what became of a version of an instrument in another one. */
@Path("/survey/v1/instruments/{key}/{version}/differences/{other}")
@RolesAllowed({
    Roles.PLATFORM_OPERATOR,
    Roles.INSTITUTION_ADMIN,
    Roles.EVALUATOR,
    Roles.FACILITATOR,
    Roles.PORTAL,
    Roles.ANALYST,
    Roles.HUB_ADMIN
})
@Transactional
@Tag(name = "Instruments")
class DifferencesResource {

    private final Instruments instruments;
    private final ObjectMapper json;

    DifferencesResource(Instruments instruments, ObjectMapper json) {
        this.instruments = instruments;
        this.json = json;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Compares two versions of an instrument",
            description = "Items and scales that were added, removed or changed, by key; as text to be read with"
                    + " `Accept: text/plain`.")
    @APIResponse(responseCode = "200", description = "What differs")
    @APIResponse(responseCode = "404", description = "One of the versions does not exist")
    public Differences show(
            @PathParam("key") String key, @PathParam("version") String version, @PathParam("other") String other) {
        return Differences.of(find(key, version), find(key, other), json);
    }

    @GET
    @Produces("text/plain;charset=UTF-8;qs=0.5")
    @Operation(hidden = true)
    public String read(
            @PathParam("key") String key, @PathParam("version") String version, @PathParam("other") String other) {
        return show(key, version, other).asText();
    }

    private Instrument find(String key, String version) {
        return instruments.find(new InstrumentReference(key, version)).orElseThrow(() -> Refusal.notFound("instrument")
                .problem());
    }
}
