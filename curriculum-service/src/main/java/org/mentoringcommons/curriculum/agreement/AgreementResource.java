package org.mentoringcommons.curriculum.agreement;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.guide.GuidePage;
import org.mentoringcommons.curriculum.http.Unkept;
import org.mentoringcommons.curriculum.paging.Page;
import org.mentoringcommons.curriculum.person.Other;
import org.mentoringcommons.tenancy.Roles;

/** Agreements of two: proposed, changed, read by the two alone. */
@Path(AgreementResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed(Roles.PARTICIPANT)
@Unkept
@Tag(name = "Agreements", description = "What two participants agree on, signed by both")
class AgreementResource {

    static final String PATH = "/curriculum/v1/agreements";
    private static final String BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

    private final Agreements agreements;
    private final AgreementHeads heads;
    private final Proposing proposing;
    private final Other other;

    AgreementResource(Agreements agreements, AgreementHeads heads, Proposing proposing, Other other) {
        this.agreements = agreements;
        this.heads = heads;
        this.proposing = proposing;
        this.other = other;
    }

    @POST
    @Operation(
            summary = "Proposes an agreement to a person",
            description =
                    """
                    A version of one's own filled-in agreement, frozen: what is written on the sheet later changes \
                    nothing of it. It is in force once both have signed. Nobody but the two can read it.""")
    @APIResponseSchema(value = AgreementView.class, responseCode = "201")
    @APIResponse(responseCode = "400", description = "The sheet is none that two sign, or a clause says nothing yet")
    @APIResponse(responseCode = "404", description = "No such sheet or version, or nobody of that account is known")
    @APIResponse(responseCode = "409", description = "The person has proposed 100 agreements")
    public Response propose(@Valid @NotNull NewAgreement proposed) {
        UUID id = proposing.begin(other.of(proposed.with()), proposed.round());
        return Response.created(URI.create(PATH + "/" + id))
                .entity(agreements.get(id))
                .build();
    }

    @GET
    @Operation(
            summary = "Lists the caller's agreements",
            description = "Proposed by either, without what is agreed, in the order of their ids.")
    @APIResponseSchema(AgreementHead[].class)
    public Response list(
            @QueryParam("after") @DefaultValue(BEFORE_ALL) UUID after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(300) int limit,
            @Context UriInfo request) {
        return Page.of(heads.after(after, limit + 1), limit, head -> head.id().toString())
                .answer(request);
    }

    @GET
    @Path("/{agreement}")
    @Operation(
            summary = "Shows an agreement",
            description = "With everything that was proposed and signed, frozen as it was.")
    @APIResponseSchema(AgreementView.class)
    @APIResponse(responseCode = "404", description = "The caller has no such agreement")
    public AgreementView show(@PathParam("agreement") UUID id) {
        return agreements.get(id);
    }

    @GET
    @Path("/{agreement}/page")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "Prints an agreement",
            description = "As it is in force, or else as it is proposed, with its signatures.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "The caller has no such agreement")
    public Response page(@PathParam("agreement") UUID id) {
        return GuidePage.answer(AgreementPage.of(agreements.get(id))).build();
    }

    @PUT
    @Path("/{agreement}/proposal")
    @Operation(
            summary = "Proposes a change",
            description =
                    """
                    By whoever proposed the agreement: another version, another review date or cadence, to be signed by \
                    both anew. Until both have, what was in force stays so.""")
    @APIResponseSchema(AgreementView.class)
    @APIResponse(responseCode = "400", description = "The sheet is another one, or a clause says nothing yet")
    @APIResponse(responseCode = "404", description = "The caller has proposed no such agreement")
    @APIResponse(responseCode = "409", description = "It has ended, or has 50 rounds")
    public AgreementView change(@PathParam("agreement") UUID id, @Valid @NotNull NewRound next) {
        AgreementView agreement = agreements.locked(id);
        if (!agreement.proposedByMe()) {
            throw AgreementProblem.noSuchAgreement();
        }
        requireNotEnded(agreement);
        proposing.change(agreement, next);
        return agreements.get(id);
    }

    @DELETE
    @Path("/{agreement}")
    @Operation(
            summary = "Gives an agreement up for good",
            description =
                    """
                    One that both never signed is gone when whoever proposed it takes it back. Of one that has ended, or \
                    was proposed to the caller, the caller sees no more; for the other it has ended then, whoever had \
                    signed. It is gone once neither sees it.""")
    @APIResponse(responseCode = "204", description = "The caller sees it no more")
    @APIResponse(responseCode = "404", description = "The caller has no such agreement")
    @APIResponse(responseCode = "409", description = "It is in force: end it first")
    public Response leave(@PathParam("agreement") UUID id) {
        AgreementView agreement = agreements.locked(id);
        if (agreement.inForce() != null && agreement.endedAt() == null) {
            throw AgreementProblem.inForce();
        }
        if (agreement.inForce() == null && agreement.proposedByMe()) {
            agreements.withdraw(id);
        } else {
            agreements.leave(id);
        }
        return Response.noContent().build();
    }

    static void requireNotEnded(AgreementView agreement) {
        if (agreement.endedAt() != null) {
            throw AgreementProblem.ended();
        }
    }
}
