package org.mentoringcommons.curriculum.facilitator;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.paging.Page;
import org.mentoringcommons.curriculum.workshop.Workshop;
import org.mentoringcommons.curriculum.workshop.Workshops;
import org.mentoringcommons.tenancy.Roles;

/** Those who teach at an institution. */
@Path(FacilitatorResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Facilitators", description = "Who teaches, where they learned it, and what they taught")
class FacilitatorResource {

    static final String PATH = "/curriculum/v1/facilitators";
    static final String BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

    private final Facilitators facilitators;
    private final Workshops workshops;

    FacilitatorResource(Facilitators facilitators, Workshops workshops) {
        this.facilitators = facilitators;
        this.workshops = workshops;
    }

    @POST
    @RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.PORTAL})
    @Operation(summary = "Keeps a facilitator", description = "With all training they had.")
    @APIResponseSchema(value = FacilitatorView.class, responseCode = "201")
    @APIResponse(responseCode = "400", description = "Something is missing, or a training is yet to come")
    @APIResponse(responseCode = "409", description = "There is a facilitator of this address")
    public Response add(@Valid @NotNull NewFacilitator who) {
        who.requireLivedIn();
        requireUnknown(who, null);
        UUID id = UUID.randomUUID();
        facilitators.add(id, who);
        return Response.created(URI.create(PATH + "/" + id)).entity(show(id)).build();
    }

    @GET
    @Operation(summary = "Lists the institution's facilitators", description = "In the order of their ids.")
    @APIResponseSchema(FacilitatorView.Line[].class)
    public Response list(
            @QueryParam("after") @DefaultValue(BEFORE_ALL) UUID after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        return Page.of(facilitators.after(after, limit + 1), limit, line -> line.id()
                        .toString())
                .answer(request);
    }

    @GET
    @Path("/pool")
    @Operation(
            summary = "Lists whom the institutions of the hub offer",
            description =
                    """
                    Those who are offered to others, of all institutions of the same hub; one's own among them. In the order \
                    of their ids.""")
    @APIResponseSchema(FacilitatorView.Offered[].class)
    public Response pool(
            @QueryParam("after") @DefaultValue(BEFORE_ALL) UUID after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        return Page.of(facilitators.ofOurHub(after, limit + 1), limit, line -> line.id()
                        .toString())
                .answer(request);
    }

    @GET
    @Path("/{facilitator}")
    @Operation(
            summary = "Shows a facilitator",
            description =
                    """
                    With training, with the workshops they delivered and with those they were in as participants, which \
                    are found by the e-mail address.""")
    @APIResponseSchema(FacilitatorView.class)
    @APIResponse(responseCode = "404", description = "The institution has no such facilitator")
    public FacilitatorView show(@PathParam("facilitator") UUID id) {
        return facilitators.find(id).orElseThrow(FacilitatorProblem::nobody);
    }

    @PUT
    @Path("/{facilitator}")
    @RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.PORTAL})
    @Operation(summary = "Says anew who a facilitator is", description = "Training included, all of it.")
    @APIResponseSchema(FacilitatorView.class)
    @APIResponse(responseCode = "400", description = "Something is missing, or a training is yet to come")
    @APIResponse(responseCode = "404", description = "The institution has no such facilitator")
    @APIResponse(responseCode = "409", description = "Somebody else has this address")
    public FacilitatorView change(@PathParam("facilitator") UUID id, @Valid @NotNull NewFacilitator who) {
        show(id);
        who.requireLivedIn();
        requireUnknown(who, id);
        facilitators.change(id, who);
        return show(id);
    }

    @DELETE
    @Path("/{facilitator}")
    @RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.PORTAL})
    @Operation(summary = "Forgets a facilitator", description = "With all training; workshops stay, without them.")
    @APIResponse(responseCode = "204", description = "Forgotten")
    @APIResponse(responseCode = "404", description = "The institution has no such facilitator")
    @APIResponse(responseCode = "409", description = "A workshop of theirs was changed at the same time")
    public void forget(@PathParam("facilitator") UUID id) {
        List<Workshop> taught =
                facilitators.workshopsOf(id).stream().map(workshops::get).toList();
        taught.forEach(workshops::lock);
        if (!facilitators.remove(id)) {
            throw FacilitatorProblem.nobody();
        }
        taught.forEach(workshops::told); // without saying what is new; whoever reads the list sees who is gone
    }

    private void requireUnknown(NewFacilitator who, UUID except) {
        if (facilitators
                .byMailbox(who.mailbox())
                .filter(other -> !other.equals(except))
                .isPresent()) {
            throw FacilitatorProblem.known();
        }
    }
}
