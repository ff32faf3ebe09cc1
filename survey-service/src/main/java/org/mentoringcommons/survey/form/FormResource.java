package org.mentoringcommons.survey.form;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.consent.ConsentRecords;
import org.mentoringcommons.survey.invitation.Forgetting;
import org.mentoringcommons.survey.invitation.InvitationLink;
import org.mentoringcommons.survey.invitation.LinkBinding;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.page.WantedLanguages;
import org.mentoringcommons.survey.response.Declinations;
import org.mentoringcommons.survey.response.NewResponse;
import org.mentoringcommons.survey.response.ReceiptCodes;
import org.mentoringcommons.survey.response.Submissions;

/** The form for portals: whoever holds an invitation's token may answer, nobody signs in. */
@Path("/survey/v1/forms/{token}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Forms", description = "Answering by an invitation's token; no access token is needed")
class FormResource {

    private final LinkBinding links;
    private final Forms forms;
    private final Submissions submissions;
    private final Declinations declinations;
    private final Forgetting forgetting;
    private final ConsentRecords records;

    FormResource(
            LinkBinding links,
            Forms forms,
            Submissions submissions,
            Declinations declinations,
            Forgetting forgetting,
            ConsentRecords records) {
        this.forgetting = forgetting;
        this.records = records;
        this.declinations = declinations;
        this.links = links;
        this.forms = forms;
        this.submissions = submissions;
    }

    /**
     * The receipt of an answer that is kept.
     *
     * @param consentRecord where the participant's own copy of what was decided is; `/pdf` after it is the same as PDF
     */
    record Receipt(@Schema(examples = "7KQ2D-M0XRT-9FWZH-4CPV8-6NJEB") String receipt, URI consentRecord) {}

    @GET
    @Operation(
            summary = "Shows the form of an invitation",
            description = "Every showing has a fresh receipt code; any of them can be sent back.")
    @APIResponse(
            responseCode = "200",
            description = "The form",
            content = @Content(schema = @Schema(implementation = FormView.class)))
    @APIResponse(responseCode = "403", description = "`institution-suspended` or `institution-closed`")
    @APIResponse(responseCode = "404", description = "The token leads nowhere: `invitation-not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`wave-not-open`, `wave-closed`, `already-answered` or `withdrawn`")
    public Response show(
            @PathParam("token") String token,
            @QueryParam("lang") @Parameter(description = "Before `Accept-Language`", example = "es") String language,
            @Context HttpHeaders headers) {
        Form form = forms.open(links.bind(token));
        WantedLanguages wanted = WantedLanguages.of(language, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        String asked = wanted.bestOf(form.questionnaire().languages());
        return Response.ok(new FormView(
                        form.questionnaire().title(asked),
                        ConsentShown.of(form.consent(), wanted),
                        asked,
                        form.questionnaire().items(asked),
                        ReceiptCodes.fresh(),
                        form.closesAt(),
                        form.declined(),
                        form.draft() == null ? null : DraftView.of(form.draft())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/response")
    @Operation(
            summary = "Answers an invitation",
            description = "Once. Sent again with the same receipt it is answered the same, so a retry is safe.")
    @APIResponse(
            responseCode = "201",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "200",
            description = "Kept already: this was a retry",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "400",
            description = "`violations` names each field, such as `answers.communication_1.now`;"
                    + " `consent-language-unknown`")
    @APIResponse(responseCode = "403", description = "`institution-suspended` or `institution-closed`")
    @APIResponse(responseCode = "404", description = "The token leads nowhere: `invitation-not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`already-answered`, `withdrawn`, `wave-not-open`, `wave-closed` or `consent-changed`")
    public Response submit(@PathParam("token") String token, @NotNull @Valid NewResponse given) {
        InvitationLink link = links.bind(token);
        Submissions.Taken taken = submissions.submit(link, given);
        Response.Status status =
                switch (taken.outcome()) {
                    case KEPT -> Response.Status.CREATED;
                    case REPEATED -> Response.Status.OK;
                };
        return HtmlPage.secret(Response.status(status))
                .entity(new Receipt(given.receipt(), records.address(Forms.record(link, taken))))
                .build();
    }

    @POST
    @Path("/decline")
    @Operation(
            summary = "Declines to take part",
            description = "Nothing is sent or kept, and nobody is to remind the person. Until the wave closes it can be"
                    + " answered all the same.")
    @APIResponse(responseCode = "204", description = "Declined, now or before")
    @APIResponse(responseCode = "403", description = "`institution-suspended` or `institution-closed`")
    @APIResponse(responseCode = "404", description = "The token leads nowhere: `invitation-not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`already-answered`, `withdrawn`, `wave-not-open` or `wave-closed`")
    public Response decline(@PathParam("token") String token) {
        declinations.decline(links.bind(token));
        return Response.noContent().build();
    }

    @DELETE
    @Operation(
            summary = "Deletes the invitation of a link",
            description = "And all others of the same person; none is made again. The link leads nowhere from then on."
                    + " Answers stay as they are: withdraw first, or by receipt.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "The token leads nowhere: `invitation-not-found`")
    public Response forget(@PathParam("token") String token) {
        forgetting.forget(links.bindToLeave(token));
        return Response.noContent().build();
    }
}
