package org.mentoringcommons.survey.withdrawal;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.page.WantedLanguages;
import org.mentoringcommons.survey.page.Wording;

/** The proof of a withdrawal for people: to read, to print, to keep as PDF. */
@Path("/p/{proof}")
@PermitAll
@Tag(name = "Withdrawal")
class ProofPage {

    private final Proofs proofs;

    ProofPage(Proofs proofs) {
        this.proofs = proofs;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "Shows the proof of a withdrawal as a page", description = "As of now; to be printed or kept.")
    @APIResponse(responseCode = "200", description = "The page")
    @APIResponse(responseCode = "404", description = "We did not make this proof: `proof-not-found`")
    public Response show(
            @PathParam("proof") String code, @QueryParam("lang") String language, @Context HttpHeaders headers) {
        Wording w = WantedLanguages.of(language, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .wording();
        return HtmlPage.politely(headers, w, () -> ProofDocument.page(proofs.of(proofs.open(code)), w));
    }

    @GET
    @Path("/pdf")
    @Produces("application/pdf")
    @Operation(summary = "Gives the proof of a withdrawal as PDF", description = "Tagged for screen readers (PDF/UA).")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "404", description = "We did not make this proof: `proof-not-found`")
    @APIResponse(responseCode = "406", description = "A name's script is not in our fonts: `pdf-unavailable`")
    public Response pdf(
            @PathParam("proof") String code, @QueryParam("lang") String language, @Context HttpHeaders headers) {
        Wording w = WantedLanguages.of(language, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .wording();
        return ProofDocument.pdf(proofs.of(proofs.open(code)), w);
    }
}
