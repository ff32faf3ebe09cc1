package org.mentoringcommons.survey.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Roles;

/** Where mappings are proposed. */
@Path("/survey/v1/protocols/{protocol}/import-mappings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.EVALUATOR})
@Tag(name = "Imports")
class MappingResource {

    private final Proposing proposing;

    MappingResource(Proposing proposing) {
        this.proposing = proposing;
    }

    @POST
    @Consumes("text/csv")
    @Operation(
            summary = "Proposes a mapping for a REDCap project",
            description =
                    "Of its data dictionary: fields that are named after items of the protocol's instrument, as our own export"
                            + " names them. Fields that the dictionary marks as identifiers are left out. Who agreed to research"
                            + " and which workshop a record is of, no dictionary tells: complete it before it is used.")
    @APIResponseSchema(MappingProposal.class)
    @APIResponse(responseCode = "400", description = "`dictionary-malformed`, by line; or no item has a field")
    @APIResponse(responseCode = "404", description = "No such protocol, or it is not for the caller")
    public MappingProposal propose(
            @PathParam("protocol") UUID protocol,
            @RequestBody(
                            required = true,
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
                    byte[] dictionary) {
        return proposing.of(protocol, dictionary == null ? new byte[0] : dictionary);
    }
}
