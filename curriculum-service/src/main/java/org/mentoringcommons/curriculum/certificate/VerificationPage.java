package org.mentoringcommons.curriculum.certificate;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.link.SignedLinks;
import org.mentoringcommons.curriculum.page.HtmlPage;

/** Where anybody checks a certificate they were shown. */
@Path("/v/{token}")
@PermitAll
@Tag(name = "Certificates")
class VerificationPage {

    private final SignedLinks links;
    private final Certificates certificates;

    VerificationPage(SignedLinks links, Certificates certificates) {
        this.links = links;
        this.certificates = certificates;
    }

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance verification(Verification verified, String dates, String time);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "Tells as a page whether a certificate is valid",
            description = "And of what workshop, on which days, for how long; not whose it is.")
    @APIResponse(responseCode = "200", description = "The page, also of a certificate that is valid no more")
    @APIResponse(responseCode = "404", description = "We did not issue this code: `link-not-found`")
    public Response show(@PathParam("token") String code, @Context HttpHeaders headers) {
        return HtmlPage.politely(headers, () -> {
            Verification verified = certificates.verify(links.bind(SignedLinks.Purpose.CERTIFICATE, code));
            return HtmlPage.of(
                    Response.Status.OK,
                    verified.valid()
                            ? Templates.verification(
                                    verified,
                                    CertificatePaper.dates(verified.from(), verified.to()),
                                    CertificatePaper.time(verified.minutes()))
                            : Templates.verification(verified, "", ""));
        });
    }
}
