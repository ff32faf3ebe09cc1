package org.mentoringcommons.provisioning.institution;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.provisioning.hub.Hubs;
import org.mentoringcommons.provisioning.revision.Revision;
import org.mentoringcommons.tenancy.Roles;

/** Where institutions are changed, moved, suspended, reactivated and closed. */
@Path("/identity/v1/institutions/{alias}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR})
@Tag(name = "Institutions")
class LifeCycleResource {

    private static final String DONE = "The institution as it is now";
    private static final String LATER =
            "As 200, and the other services act on it; Keycloak is away and will be told when it is back";
    private static final String NOT_FOUND = "There is no such institution, or not for the caller";
    private static final String STALE = "It has changed since it was read";

    private final LifeCycle lifeCycle;
    private final Institutions institutions;
    private final Settlement settlement;
    private final Hubs hubs;

    LifeCycleResource(LifeCycle lifeCycle, Institutions institutions, Settlement settlement, Hubs hubs) {
        this.lifeCycle = lifeCycle;
        this.institutions = institutions;
        this.settlement = settlement;
        this.hubs = hubs;
    }

    @PUT
    @Operation(
            summary = "Changes name, kind, time zone and domains",
            description = "All of them, in the place of those before. The alias and the id never change.")
    @APIResponseSchema(InstitutionView.class)
    @APIResponse(responseCode = "200", description = DONE)
    @APIResponse(responseCode = "202", description = LATER)
    @APIResponse(responseCode = "400", description = "A field is not acceptable")
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    @APIResponse(
            responseCode = "409",
            description = "A domain is another institution's or in use, or the institution is closed")
    @APIResponse(responseCode = "412", description = STALE)
    public RestResponse<InstitutionView> change(
            @PathParam("alias") String alias,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ChangedInstitution wanted) {
        lifeCycle.change(alias, ifMatch, wanted);
        return settled(alias);
    }

    @PUT
    @Path("/hub")
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @Operation(
            summary = "Moves an institution to another hub",
            description =
                    "Its people, portals and data stay; the new hub's administrators see it instead of the old one's.")
    @APIResponseSchema(InstitutionView.class)
    @APIResponse(responseCode = "200", description = DONE)
    @APIResponse(responseCode = "400", description = "A field is not acceptable")
    @APIResponse(responseCode = "404", description = "There is no such institution or no such hub")
    @APIResponse(responseCode = "409", description = "The institution is closed")
    @APIResponse(responseCode = "412", description = STALE)
    public RestResponse<InstitutionView> move(
            @PathParam("alias") String alias,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Move move) {
        hubs.require(move.hub());
        lifeCycle.move(alias, ifMatch, move);
        return settled(alias);
    }

    @PUT
    @Path("/suspension")
    @Operation(
            summary = "Suspends an institution",
            description = "Every service refuses its tokens within seconds. Its data stay as they are.")
    @APIResponseSchema(InstitutionView.class)
    @APIResponse(responseCode = "200", description = DONE)
    @APIResponse(responseCode = "202", description = LATER)
    @APIResponse(responseCode = "400", description = "There is no reason given")
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    @APIResponse(responseCode = "409", description = "The institution is only requested yet, or closed")
    @APIResponse(responseCode = "412", description = STALE)
    public RestResponse<InstitutionView> suspend(
            @PathParam("alias") String alias,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Why why) {
        lifeCycle.suspend(alias, ifMatch, why);
        return settled(alias);
    }

    @DELETE
    @Path("/suspension")
    @Operation(summary = "Reactivates an institution", description = "It works again within seconds.")
    @APIResponseSchema(InstitutionView.class)
    @APIResponse(responseCode = "200", description = DONE)
    @APIResponse(responseCode = "202", description = LATER)
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    @APIResponse(responseCode = "409", description = "The institution is only requested yet, or closed")
    @APIResponse(responseCode = "412", description = STALE)
    public RestResponse<InstitutionView> reactivate(
            @PathParam("alias") String alias,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        lifeCycle.reactivate(alias, ifMatch);
        return settled(alias);
    }

    @PUT
    @Path("/closing")
    @Operation(
            summary = "Closes an institution",
            description =
                    "For good: every service refuses its tokens within seconds. Its data stay until the end of the "
                            + "last day of retention; then its people and portals are let go and its domains are free. Its "
                            + "alias and id are never given to another. Of a closed one the last day can be changed.")
    @APIResponseSchema(InstitutionView.class)
    @APIResponse(responseCode = "200", description = DONE)
    @APIResponse(responseCode = "202", description = LATER)
    @APIResponse(responseCode = "400", description = "There is no reason given, or the last day is over")
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    @APIResponse(
            responseCode = "409",
            description = "The institution is only requested yet, or its retention is over already")
    @APIResponse(responseCode = "412", description = STALE)
    public RestResponse<InstitutionView> close(
            @PathParam("alias") String alias,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Closing closing) {
        lifeCycle.close(alias, ifMatch, closing);
        return settled(alias);
    }

    private RestResponse<InstitutionView> settled(String alias) {
        settlement.now(alias);
        InstitutionView institution = institutions.get(alias);
        return RestResponse.ResponseBuilder.create(
                        institution.settled() ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED, institution)
                .tag(institution.seen().tag())
                .build();
    }
}
