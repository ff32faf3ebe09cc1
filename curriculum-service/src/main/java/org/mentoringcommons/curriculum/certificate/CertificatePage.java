package org.mentoringcommons.curriculum.certificate;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.page.HtmlPage;
import org.mentoringcommons.curriculum.page.PdfDocument;
import org.mentoringcommons.tenancy.Roles;

/** A person's certificate, to be handed out. */
@Path("/curriculum/v1/workshops/{workshop}/participants/{participant}/certificate")
@Transactional
@RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Certificates")
class CertificatePage {

    private final Certificates certificates;

    CertificatePage(Certificates certificates) {
        this.certificates = certificates;
    }

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance certificate(CertificatePaper paper);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "Shows a person's certificate as a page to be printed")
    @APIResponse(responseCode = "200", description = "The page")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop, or nobody like this on it")
    @APIResponse(responseCode = "409", description = "It is not earned, not declared, or the workshop not delivered")
    public Response show(@PathParam("workshop") UUID workshop, @PathParam("participant") UUID participant) {
        return HtmlPage.of(Response.Status.OK, Templates.certificate(certificates.paper(workshop, participant)));
    }

    @GET
    @Path("/pdf")
    @Produces("application/pdf")
    @Operation(summary = "Gives a person's certificate as PDF", description = "Tagged for screen readers (PDF/UA).")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop, or nobody like this on it")
    @APIResponse(responseCode = "406", description = "A script is not in our fonts: `pdf-unavailable`")
    @APIResponse(responseCode = "409", description = "It is not earned, not declared, or the workshop not delivered")
    public Response pdf(@PathParam("workshop") UUID workshop, @PathParam("participant") UUID participant) {
        CertificatePaper paper = certificates.paper(workshop, participant);
        return PdfDocument.of("certificate", Templates.certificate(paper), paper.texts());
    }
}
