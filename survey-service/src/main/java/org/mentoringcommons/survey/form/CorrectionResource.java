package org.mentoringcommons.survey.form;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.mentoringcommons.survey.consent.ConsentRecords;
import org.mentoringcommons.survey.invitation.InvitationLink;
import org.mentoringcommons.survey.invitation.LinkBinding;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.response.Corrections;
import org.mentoringcommons.survey.response.NewCorrection;
import org.mentoringcommons.survey.response.Submissions;

/** Seeing and changing what was sent, for portals: by the token and the receipt together. */
@Path("/survey/v1/forms/{token}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Forms")
class CorrectionResource {

    private final LinkBinding links;
    private final Corrections corrections;
    private final ConsentRecords records;

    CorrectionResource(LinkBinding links, Corrections corrections, ConsentRecords records) {
        this.links = links;
        this.corrections = corrections;
        this.records = records;
    }

    /** @param receipt the code of the answer, however it is typed */
    record Shown(@NotNull @Size(max = 200) @Schema(examples = "7KQ2D-M0XRT-9FWZH-4CPV8-6NJEB") String receipt) {}

    @POST
    @Path("/given")
    @Operation(
            summary = "Shows what was sent",
            description =
                    "To whoever has the token and the receipt, also after the wave has closed. A token alone never"
                            + " shows answers: others may hold it.")
    @APIResponse(
            responseCode = "200",
            description = "The answer as it is kept",
            content = @Content(schema = @Schema(implementation = GivenAnswerView.class)))
    @APIResponse(
            responseCode = "404",
            description = "`invitation-not-found`, or `receipt-not-found` for any wrong code")
    public Response given(@PathParam("token") String token, @NotNull @Valid Shown asked) {
        return HtmlPage.secret(
                        Response.ok(GivenAnswerView.of(corrections.given(links.bindToLeave(token), asked.receipt()))))
                .build();
    }

    @PUT
    @Path("/response")
    @Operation(
            summary = "Corrects what was sent",
            description =
                    "Until the wave closes, as often as wanted; the whole answer is replaced. The receipt stays. A"
                            + " \"no\" to research takes the answer out of research and its words out of coding. A retry is"
                            + " answered the same.")
    @APIResponse(
            responseCode = "200",
            description = "Corrected, or so already",
            content = @Content(schema = @Schema(implementation = FormResource.Receipt.class)))
    @APIResponse(responseCode = "400", description = "`violations` names each field; `consent-language-unknown`")
    @APIResponse(responseCode = "403", description = "`institution-suspended` or `institution-closed`")
    @APIResponse(
            responseCode = "404",
            description = "`invitation-not-found`, or `receipt-not-found` for any wrong code")
    @APIResponse(
            responseCode = "409",
            description = "`answers-changed` since `revision`, `wave-not-open`, `wave-closed` or `consent-changed`")
    public Response correct(@PathParam("token") String token, @NotNull @Valid NewCorrection wanted) {
        InvitationLink link = links.bind(token);
        Submissions.Taken taken = corrections.correct(link, wanted);
        return HtmlPage.secret(Response.ok(
                        new FormResource.Receipt(wanted.receipt(), records.address(Forms.record(link, taken)))))
                .build();
    }
}
