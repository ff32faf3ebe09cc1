package org.mentoringcommons.survey.withdrawal;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.mentoringcommons.survey.institution.InstitutionBinding;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.page.WantedLanguages;
import org.mentoringcommons.survey.page.Wording;

/** Withdrawal by the receipt for people, on a page without any script. */
@Path("/w/{institution}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Withdrawal")
class WithdrawalByReceiptPage {

    private final InstitutionBinding institutions;
    private final Withdrawing withdrawing;
    private final Proofs proofs;

    WithdrawalByReceiptPage(InstitutionBinding institutions, Withdrawing withdrawing, Proofs proofs) {
        this.institutions = institutions;
        this.withdrawing = withdrawing;
        this.proofs = proofs;
    }

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance ask(Wording w, String receipt, String error);
    }

    @GET
    @Operation(summary = "Shows the page to withdraw by receipt", description = "It asks for the code.")
    @APIResponse(responseCode = "200", description = "The page")
    @APIResponse(responseCode = "404", description = "There is no such institution")
    public Response askForReceipt(
            @PathParam("institution") String institution,
            @QueryParam("lang") String language,
            @Context HttpHeaders headers) {
        Wording w = wording(language, headers);
        return HtmlPage.politely(headers, w, () -> {
            institutions.bind(institution);
            return HtmlPage.of(Response.Status.OK, Templates.ask(w, "", null));
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Withdraws by receipt, on the page", description = "The next page is the proof.")
    @APIResponse(responseCode = "200", description = "Withdrawn, now or before: the proof")
    @APIResponse(responseCode = "404", description = "There is no such institution, or no such receipt")
    public Response byReceipt(
            @PathParam("institution") String institution,
            @QueryParam("lang") String language,
            @FormParam("receipt") String receipt,
            @Context HttpHeaders headers) {
        Wording w = wording(language, headers);
        return HtmlPage.politely(headers, w, () -> {
            institutions.bind(institution);
            String given = receipt == null ? "" : receipt;
            try {
                return ProofDocument.page(proofs.of(withdrawing.byReceipt(given).withdrawal()), w);
            } catch (HttpProblem refused) {
                String type = refused.getType().toString();
                return HtmlPage.of(
                        Response.Status.fromStatusCode(refused.getStatusCode()),
                        Templates.ask(
                                w, given, w.say("problem." + type.substring(type.lastIndexOf(':') + 1) + ".sentence")));
            }
        });
    }

    private static Wording wording(String language, HttpHeaders headers) {
        return WantedLanguages.of(language, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .wording();
    }
}
