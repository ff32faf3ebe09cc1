package org.mentoringcommons.provisioning.institution;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.provisioning.hub.Hubs;
import org.mentoringcommons.provisioning.keycloak.Refused;
import org.mentoringcommons.provisioning.person.People;
import org.mentoringcommons.provisioning.person.RefusedPerson;
import org.mentoringcommons.tenancy.Roles;

/** Where a hub's administrators provision institutions. */
@Path("/identity/v1/institutions")
@RolesAllowed({Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR, Roles.INSTITUTION_ADMIN})
@Tag(name = "Institutions", description = "Institutions of hubs; each is a tenant of every service")
class InstitutionResource {

    private final Institutions institutions;
    private final Settlement settlement;
    private final Hubs hubs;
    private final People people;

    InstitutionResource(Institutions institutions, Settlement settlement, Hubs hubs, People people) {
        this.institutions = institutions;
        this.settlement = settlement;
        this.hubs = hubs;
        this.people = people;
    }

    @POST
    @RolesAllowed({Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR})
    @Operation(
            summary = "Provisions an institution",
            description = "With its first administrator, in the caller's hub (an operator: in any). The alias never "
                    + "changes. Ready to use when the answer is 201.")
    @APIResponse(
            responseCode = "201",
            description = "The institution is active; its id is the tenant id everywhere",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InstitutionView.class)))
    @APIResponse(
            responseCode = "202",
            description =
                    "Accepted with state requested and no id yet: Keycloak is away, it will be done when it is back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InstitutionView.class)))
    @APIResponse(responseCode = "400", description = "A field is not acceptable")
    @APIResponse(responseCode = "404", description = "There is no such hub, or not for the caller")
    @APIResponse(
            responseCode = "409",
            description = "The alias, a domain, or the administrator's user name or e-mail is taken")
    public RestResponse<InstitutionView> provision(@Valid @NotNull NewInstitution wanted) {
        hubs.require(wanted.hub());
        institutions.found(wanted, people.newcomer(wanted.administrator(), "administrator."));
        try {
            settlement.first(wanted.alias());
        } catch (Refused refused) {
            if (institutions.abandon(wanted.alias())) {
                throw RefusedPerson.because(refused).problem("administrator.");
            }
        }
        InstitutionView institution = institutions.get(wanted.alias());
        RestResponse.Status status =
                institution.state() == State.ACTIVE ? RestResponse.Status.CREATED : RestResponse.Status.ACCEPTED;
        return RestResponse.ResponseBuilder.create(status, institution)
                .location(URI.create("/identity/v1/institutions/" + institution.alias()))
                .tag(institution.seen().tag())
                .build();
    }

    @GET
    @Operation(
            summary = "Lists institutions",
            description =
                    "In the order of their aliases: an operator sees all, a hub's administrator those of the hub, "
                            + "an institution's administrator the own.")
    @APIResponse(responseCode = "200", description = "Institutions; the header Link leads to the next page")
    @APIResponse(responseCode = "400", description = "A filter is not acceptable")
    public RestResponse<List<InstitutionView>> list(
            @QueryParam("state") @Pattern(regexp = Filter.STATES, message = Filter.STATES_MESSAGE) String state,
            @QueryParam("hub") String hub,
            @QueryParam("kind") @Pattern(regexp = Filter.KINDS, message = Filter.KINDS_MESSAGE) String kind,
            @Parameter(description = "Part of the name, in any case") @QueryParam("name") String name,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        return institutions
                .within(new Filter(state, hub, kind, name), after, limit)
                .answer(request, InstitutionView::alias);
    }

    @GET
    @Path("/{alias}")
    @Operation(summary = "Shows an institution", description = "While it is requested its id may be absent.")
    @APIResponse(responseCode = "200", description = "The institution")
    @APIResponse(responseCode = "404", description = "There is no such institution, or not for the caller")
    public RestResponse<InstitutionView> get(@PathParam("alias") String alias) {
        InstitutionView institution = institutions.get(alias);
        return RestResponse.ResponseBuilder.ok(institution)
                .tag(institution.seen().tag())
                .build();
    }
}
