package org.mentoringcommons.provisioning.platform;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.tenancy.Roles;

/** Where operators appoint operators and analysts. */
@Path("/identity/v1/platform-members")
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@Tag(name = "Platform members", description = "People with roles on the whole platform")
class PlatformMemberResource {

    private final PlatformMembers members;

    PlatformMemberResource(PlatformMembers members) {
        this.members = members;
    }

    @POST
    @Operation(
            summary = "Gives a person platform roles",
            description = "Adds to the roles the person holds. Somebody without an account gets one.")
    @APIResponse(
            responseCode = "201",
            description = "The person holds the roles from the next token on",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlatformMemberView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Keycloak is away, it will be done when it is back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlatformMemberView.class)))
    @APIResponse(responseCode = "400", description = "A field is not acceptable")
    @APIResponse(responseCode = "409", description = "The user name or the e-mail address is another person's")
    public RestResponse<PlatformMemberView> appoint(@Valid @NotNull NewPlatformMember wanted) {
        PlatformMemberView member = members.appoint(wanted.person(), wanted.roles(), null);
        return member.state() == State.ACTIVE
                ? RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, member)
                        .location(URI.create("/identity/v1/platform-members/" + member.username()))
                        .build()
                : RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, member)
                        .build();
    }
}
