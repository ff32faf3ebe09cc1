package org.mentoringcommons.survey.linking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Roles;

/** An institution says who mentors whom. */
@Path("/survey/v1/protocols/{protocol}/pairs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Links", description = "Which answers belong together, without anybody's name")
class PairResource {

    private final Pairing pairing;

    PairResource(Pairing pairing) {
        this.pairing = pairing;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Declares who mentors whom",
            description =
                    "`protocol` is the one the mentees are asked under. The participants are turned into"
                            + " pseudonyms and not kept, so this cannot be read again. A mentee has one mentor; a mentor may have"
                            + " several mentees, if at least four others of the same request have as many. Sent again, it changes nothing.")
    @APIResponse(
            responseCode = "201",
            description = "Declared",
            content = @Content(schema = @Schema(implementation = PairsView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Declared before",
            content = @Content(schema = @Schema(implementation = PairsView.class)))
    @APIResponse(responseCode = "400", description = "`pairs-unfit`: `violations` names each field")
    @APIResponse(responseCode = "404", description = "The institution has no such protocol")
    @APIResponse(responseCode = "409", description = "`already-paired`: `violations` names each participant")
    public Response declare(@PathParam("protocol") UUID protocol, @NotNull @Valid NewPairs wanted) {
        Pairing.Declared declared = pairing.declare(protocol, wanted);
        return Response.status(declared.first() ? Response.Status.CREATED : Response.Status.OK)
                .entity(declared.view())
                .build();
    }

    @DELETE
    @Path("/{declaration}")
    @Transactional
    @Operation(
            summary = "Takes a declaration back",
            description = "As a whole, and only until the first wave of the protocol is over, whoever has answered.")
    @APIResponse(responseCode = "204", description = "Nobody is in these pairs any more")
    @APIResponse(responseCode = "404", description = "The institution has no such protocol or declaration")
    @APIResponse(responseCode = "409", description = "`pairs-shown`")
    public Response takeBack(@PathParam("protocol") UUID protocol, @PathParam("declaration") UUID declaration) {
        pairing.takeBack(protocol, declaration);
        return Response.noContent().build();
    }
}
