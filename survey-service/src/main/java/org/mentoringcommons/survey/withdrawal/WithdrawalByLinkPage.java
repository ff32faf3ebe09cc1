package org.mentoringcommons.survey.withdrawal;

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
import org.mentoringcommons.survey.invitation.Forgetting;
import org.mentoringcommons.survey.invitation.InvitationLink;
import org.mentoringcommons.survey.invitation.LinkBinding;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.page.WantedLanguages;
import org.mentoringcommons.survey.page.Wording;

/** Withdrawal by the personal link for people, on a page without any script. */
@Path("/s/{token}/withdrawal")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Withdrawal")
class WithdrawalByLinkPage {

    private final LinkBinding links;
    private final Withdrawing withdrawing;
    private final Forgetting forgetting;
    private final Proofs proofs;

    WithdrawalByLinkPage(LinkBinding links, Withdrawing withdrawing, Forgetting forgetting, Proofs proofs) {
        this.links = links;
        this.withdrawing = withdrawing;
        this.forgetting = forgetting;
        this.proofs = proofs;
    }

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance ask(Wording w);
    }

    @GET
    @Operation(summary = "Shows the page to withdraw by the link", description = "It asks whether that is wanted.")
    @APIResponse(responseCode = "200", description = "The page")
    @APIResponse(responseCode = "404", description = "The token leads nowhere")
    public Response ask(
            @PathParam("token") String token, @QueryParam("lang") String language, @Context HttpHeaders headers) {
        Wording w = wording(language, headers);
        return HtmlPage.politely(headers, w, () -> {
            forgetting.requireInvitation(links.bindToLeave(token));
            return HtmlPage.of(Response.Status.OK, Templates.ask(w));
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Withdraws by the link, on the page",
            description = "With `forget` it deletes the invitation instead; answers given stay as they are.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn, now or before: the proof; or the invitation is deleted")
    @APIResponse(responseCode = "404", description = "The token leads nowhere")
    public Response byLink(
            @PathParam("token") String token,
            @QueryParam("lang") String language,
            @FormParam("forget") String forget,
            @Context HttpHeaders headers) {
        Wording w = wording(language, headers);
        return HtmlPage.politely(headers, w, () -> {
            InvitationLink link = links.bindToLeave(token);
            if (forget != null) {
                forgetting.forget(link);
                return HtmlPage.message(Response.Status.OK, w, "forgotten");
            }
            return ProofDocument.page(proofs.of(withdrawing.byLink(link).withdrawal()), w);
        });
    }

    private static Wording wording(String language, HttpHeaders headers) {
        return WantedLanguages.of(language, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .wording();
    }
}
