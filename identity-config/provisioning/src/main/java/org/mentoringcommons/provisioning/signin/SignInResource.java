package org.mentoringcommons.provisioning.signin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.provisioning.institution.Institutions;
import org.mentoringcommons.provisioning.institution.Settlement;
import org.mentoringcommons.provisioning.revision.Revision;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Where an institution says at which login of its own its people sign in. */
@Path("/identity/v1/institutions/{alias}/sign-in")
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR})
@Tag(
        name = "Sign-in",
        description = "An institution's own login (OpenID Connect or SAML), by the domain of people's addresses")
class SignInResource {

    private final Institutions institutions;
    private final SignIns signIns;
    private final Campus campus;
    private final Settlement settlement;

    SignInResource(Institutions institutions, SignIns signIns, Campus campus, Settlement settlement) {
        this.institutions = institutions;
        this.signIns = signIns;
        this.campus = campus;
        this.settlement = settlement;
    }

    @GET
    @Operation(summary = "Shows the campus login", description = "Never its secret.")
    @APIResponse(responseCode = "200", description = "The campus login")
    @APIResponse(responseCode = "404", description = "There is none, or no such institution for the caller")
    public RestResponse<SignInView> get(@PathParam("alias") String alias) {
        institutions.get(alias);
        SignInView signIn = signIns.get(alias);
        return RestResponse.ResponseBuilder.ok(signIn).tag(signIn.seen().tag()).build();
    }

    @PUT
    @Operation(
            summary = "Sets the campus login",
            description =
                    "From then on people who sign in with an address of the domain are sent there and come back as "
                            + "members, with no more than the role for newcomers. Whoever has an account here already is not "
                            + "sent there unless they are a member by it.")
    @APIResponse(
            responseCode = "200",
            description = "People are sent there",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SignInView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Keycloak is away, it will be done when it is back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SignInView.class)))
    @APIResponse(
            responseCode = "400",
            description = "A field is not acceptable, or the issuer does not answer, or its metadata are none")
    @APIResponse(responseCode = "404", description = "There is no such institution, or not for the caller")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public RestResponse<SignInView> put(
            @PathParam("alias") String alias,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull WantedSignIn wanted) {
        institutions.open(alias);
        wanted.requireWhole();
        signIns.want(alias, wanted, campus.read(wanted), ifMatch);
        return settled(alias);
    }

    @PUT
    @Path("/acceptance")
    @Operation(
            summary = "Accepts what the campus announces",
            description =
                    "A campus by SAML changes its keys by announcing them in its metadata. If these are signed by a key "
                            + "known before, that happens by itself. If not, what is announced waits in saml.proposed, while "
                            + "the keys known before go on working: compare its fingerprints with the campus by another way, and "
                            + "say yes here. Once accepted, the same again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "It holds, and people are sent there",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SignInView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Keycloak is away, it will be done when it is back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SignInView.class)))
    @APIResponse(responseCode = "400", description = "A field is not acceptable")
    @APIResponse(responseCode = "404", description = "There is none, or no such institution for the caller")
    @APIResponse(responseCode = "409", description = "The campus does not announce that, or something else by now")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public RestResponse<SignInView> accept(
            @PathParam("alias") String alias,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Acceptance acceptance) {
        institutions.open(alias);
        signIns.accept(alias, acceptance.proposal(), ifMatch);
        return settled(alias);
    }

    private RestResponse<SignInView> settled(String alias) {
        settlement.now(alias);
        SignInView signIn = signIns.get(alias);
        if (signIn.refusal() != null) {
            throw Refusal.conflict("sign-in-refused", "Keycloak does not accept this campus login")
                    .violation(signIn.refusal().field(), signIn.refusal().message())
                    .problem();
        }
        return RestResponse.ResponseBuilder.create(
                        signIn.state() == State.ACTIVE ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED, signIn)
                .tag(signIn.seen().tag())
                .build();
    }

    @DELETE
    @Operation(
            summary = "Removes the campus login",
            description = "Who came by it stays a member, and can have a password set by mail.")
    @APIResponse(responseCode = "204", description = "Nobody is sent there any more")
    @APIResponse(responseCode = "202", description = "Accepted; Keycloak is away, it will be done when it is back")
    @APIResponse(responseCode = "404", description = "There is none, or no such institution for the caller")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public RestResponse<Void> remove(
            @PathParam("alias") String alias,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        institutions.get(alias);
        signIns.leave(alias, ifMatch);
        settlement.now(alias);
        return signIns.outcome(alias).isPresent() ? RestResponse.accepted() : RestResponse.noContent();
    }
}
