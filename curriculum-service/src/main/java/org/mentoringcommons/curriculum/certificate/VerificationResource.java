package org.mentoringcommons.curriculum.certificate;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.link.SignedLinks;
import org.mentoringcommons.curriculum.page.HtmlPage;

/** The same for programs. */
@Path("/curriculum/v1/certificates/{token}")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates")
class VerificationResource {

    private final SignedLinks links;
    private final Certificates certificates;

    VerificationResource(SignedLinks links, Certificates certificates) {
        this.links = links;
        this.certificates = certificates;
    }

    @GET
    @Operation(
            summary = "Tells whether a certificate is valid",
            description = "`token` is its code. Whoever has it learns what was attended, not by whom.")
    @APIResponse(
            responseCode = "200",
            description = "What it says, or that it is valid no more",
            content = @Content(schema = @Schema(implementation = Verification.class)))
    @APIResponse(responseCode = "404", description = "We did not issue this code: `link-not-found`")
    public Response verify(@PathParam("token") String code) {
        return HtmlPage.secret(Response.ok(certificates.verify(links.bind(SignedLinks.Purpose.CERTIFICATE, code))))
                .build();
    }
}
