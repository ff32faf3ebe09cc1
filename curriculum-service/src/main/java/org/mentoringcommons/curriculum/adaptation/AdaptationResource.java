package org.mentoringcommons.curriculum.adaptation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.mentoringcommons.curriculum.difference.Comparison;
import org.mentoringcommons.curriculum.difference.Difference;
import org.mentoringcommons.curriculum.paging.Page;
import org.mentoringcommons.tenancy.Roles;

/** An institution's own versions of shared curricula, and what is new in those. */
@Path(AdaptationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.FACILITATOR, Roles.PORTAL})
@Tag(name = "Adaptations", description = "An institution's own versions of shared curricula")
class AdaptationResource {

    static final String PATH = "/curriculum/v1/adaptations";
    private static final String BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

    private final Adaptations adaptations;
    private final Forking forking;

    AdaptationResource(Adaptations adaptations, Forking forking) {
        this.adaptations = adaptations;
        this.forking = forking;
    }

    @POST
    @Operation(
            summary = "Forks a published version",
            description =
                    """
                    As the institution's own, under a key of its own, with every file as it is; modules, parts and \
                    worksheets keep their keys, by which they stay comparable. No other institution sees it.""")
    @APIResponseSchema(value = AdaptationView.class, responseCode = "201")
    @APIResponse(responseCode = "400", description = "There is no such published version")
    @APIResponse(responseCode = "409", description = "The institution has an adaptation of this key")
    public Response fork(@Valid @NotNull NewAdaptation wanted) {
        UUID id = forking.fork(wanted);
        return Response.created(URI.create(PATH + "/" + id))
                .entity(adaptations.get(id))
                .build();
    }

    @GET
    @Operation(summary = "Lists the institution's adaptations", description = "In the order of their ids.")
    @APIResponseSchema(AdaptationView[].class)
    public Response list(
            @QueryParam("after") @DefaultValue(BEFORE_ALL) UUID after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        return Page.of(adaptations.after(after, limit + 1), limit, one -> one.id()
                        .toString())
                .answer(request);
    }

    @GET
    @Path("/{adaptation}")
    @Operation(summary = "Shows an adaptation", description = "With its revisions and what each was made from.")
    @APIResponseSchema(AdaptationView.class)
    @APIResponse(responseCode = "404", description = "The institution has no such adaptation")
    public AdaptationView show(@PathParam("adaptation") UUID id) {
        return adaptations.get(id);
    }

    @GET
    @Path("/{adaptation}/differences")
    @Operation(
            summary = "Compares an adaptation with its base",
            description =
                    "The newest revision with the shared version it is made from, module by module, part by part.")
    @APIResponseSchema(Difference.class)
    @APIResponse(responseCode = "404", description = "The institution has no such adaptation")
    public Difference differences(@PathParam("adaptation") UUID id) {
        Revision newest = adaptations.newest(id);
        return Comparison.of(forking.published(newest.baseCurriculum(), newest.baseVersion()), newest.whole());
    }

    @GET
    @Path("/{adaptation}/upstream")
    @Operation(
            summary = "Offers what is new in another version of the base",
            description =
                    """
                    Unit by unit: what changed there since the base and is not the same here. Where it was changed here \
                    too, `conflict` says so and somebody has to decide.""")
    @APIResponseSchema(Offer[].class)
    @APIResponse(responseCode = "400", description = "There is no such published version")
    @APIResponse(responseCode = "404", description = "The institution has no such adaptation")
    public List<Offer> offers(
            @PathParam("adaptation") UUID id, @QueryParam("version") @DefaultValue("") String version) {
        return forking.threeWay(adaptations.newest(id), version).offers();
    }

    @POST
    @Path("/{adaptation}/upstream")
    @Operation(
            summary = "Merges what is new in another version of the base",
            description =
                    """
                    All that is offered except what is kept; where both sides changed something it has to be named, as to \
                    be taken or kept. It becomes the next revision, and that version its base.""")
    @APIResponseSchema(AdaptationView.class)
    @APIResponse(responseCode = "400", description = "No such version, or `violations` names what is not offered")
    @APIResponse(responseCode = "404", description = "The institution has no such adaptation")
    @APIResponse(
            responseCode = "409",
            description = "`violations` names what is undecided or does not go together, or there is a newer revision")
    public AdaptationView merge(@PathParam("adaptation") UUID id, @Valid @NotNull NewMerge wanted) {
        forking.merge(id, wanted);
        return adaptations.get(id);
    }
}
