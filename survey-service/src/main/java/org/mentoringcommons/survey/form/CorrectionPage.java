package org.mentoringcommons.survey.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.survey.invitation.InvitationLink;
import org.mentoringcommons.survey.invitation.LinkBinding;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.page.WantedLanguages;
import org.mentoringcommons.survey.page.Wording;
import org.mentoringcommons.survey.response.Corrections;
import org.mentoringcommons.survey.response.GivenAnswer;
import org.mentoringcommons.survey.response.NewCorrection;
import org.mentoringcommons.survey.response.ResponseProblems;
import org.mentoringcommons.survey.response.Submissions;
import org.mentoringcommons.tenancy.Refusal;

/** Seeing and changing what was sent, for people: the receipt opens the form again, filled in. */
@Path("/s/{token}/answers")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Forms")
class CorrectionPage {

    private final LinkBinding links;
    private final Forms forms;
    private final Corrections corrections;
    private final Thanks thanks;

    CorrectionPage(LinkBinding links, Forms forms, Corrections corrections, Thanks thanks) {
        this.links = links;
        this.forms = forms;
        this.corrections = corrections;
        this.thanks = thanks;
    }

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance ask(Wording w, String receipt, String error);
    }

    @GET
    @Operation(summary = "Asks for the receipt", description = "With it, what was sent can be seen and changed.")
    @APIResponse(responseCode = "200", description = "The page")
    @APIResponse(responseCode = "404", description = "The token leads nowhere")
    public Response ask(
            @PathParam("token") String token, @QueryParam("lang") String language, @Context HttpHeaders headers) {
        Wording w = WantedLanguages.of(language, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .wording();
        return HtmlPage.politely(headers, w, () -> {
            forms.sent(links.bind(token));
            return ask(Response.Status.OK, w, "", null);
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Shows and changes what was sent, on the page",
            description =
                    "With a receipt alone it shows the form filled in as it was sent; with a revision beside it, it"
                            + " takes the changes. What is wrong is shown beside the field; nothing is lost.")
    @APIResponse(responseCode = "200", description = "The form, or the changes are kept")
    @APIResponse(responseCode = "400", description = "The page again, with what to mend")
    @APIResponse(responseCode = "404", description = "The token leads nowhere, or there is no such receipt")
    @APIResponse(responseCode = "409", description = "The wave has closed, or the answers or the consent text changed")
    public Response correct(
            @PathParam("token") String token,
            @QueryParam("lang") String language,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                                            schema = @Schema(type = SchemaType.STRING)))
                    MultivaluedMap<String, String> body,
            @Context HttpHeaders headers) {
        FormFields sent = new FormFields(body);
        WantedLanguages wanted = WantedLanguages.of(
                sent.language().isEmpty() ? language : sent.language(),
                headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return HtmlPage.politely(headers, wanted.wording(), () -> {
            InvitationLink link = links.bind(token);
            Form form = forms.open(link, true);
            String shown = wanted.bestOf(form.consent().languages());
            GivenAnswer given;
            try {
                given = corrections.given(link, sent.value("receipt"));
            } catch (HttpProblem unknown) {
                Wording w = wanted.wording();
                return ask(
                        Response.Status.NOT_FOUND,
                        w,
                        sent.value("receipt"),
                        w.say("problem.receipt-not-found.sentence"));
            }
            return sent.revision() == 0
                    ? open(link, form, sent, given, shown)
                    : correct(link, form, sent, given, shown);
        });
    }

    /** The form as it was sent. */
    private Response open(InvitationLink link, Form form, FormFields sent, GivenAnswer given, String language) {
        String version = given.decision().consent().version();
        return page(
                Response.Status.OK,
                form,
                language,
                sent.value("receipt"),
                Prefilled.of(given),
                !forms.mayAnswerUnder(link, version),
                List.of(),
                "correcting");
    }

    private Response correct(InvitationLink link, Form form, FormFields sent, GivenAnswer given, String language) {
        String receipt = sent.value("receipt");
        boolean changed = !forms.mayAnswerUnder(link, sent.value("consentVersion"));
        Map<String, JsonNode> answers = sent.answers(form.definition());
        Violations violations = Violations.none();
        if (sent.research() == null) {
            violations.of("research").add("is required");
        }
        form.definition().accept(answers, violations);
        boolean show = sent.has("show");
        if (show || changed || !violations.isEmpty()) {
            return page(
                    show ? Response.Status.OK : changed ? Response.Status.CONFLICT : Response.Status.BAD_REQUEST,
                    form,
                    language,
                    receipt,
                    sent,
                    changed,
                    show ? List.of() : violations.all(),
                    null);
        }
        try {
            Submissions.Taken taken = corrections.correct(
                    link,
                    new NewCorrection(
                            receipt,
                            sent.revision(),
                            sent.value("consentVersion"),
                            sent.consentLanguage(),
                            sent.research(),
                            answers));
            return thanks.of(link, form, taken, receipt, language, "thanks.corrected");
        } catch (HttpProblem refused) {
            if (!ResponseProblems.isAnswersChanged(refused)) {
                throw refused;
            }
            return page(
                    Response.Status.CONFLICT,
                    form,
                    language,
                    receipt,
                    sent.at(given.revision()),
                    false,
                    List.of(),
                    "corrected-elsewhere");
        }
    }

    private static Response page(
            Response.Status status,
            Form form,
            String language,
            String receipt,
            FormFields fields,
            boolean changed,
            List<Refusal.Violation> violations,
            String notice) {
        return HtmlPage.of(
                status,
                FormPage.Templates.form(FormPageView.of(form, language, receipt, fields, changed, violations, notice)));
    }

    private static Response ask(Response.Status status, Wording w, String receipt, String error) {
        return HtmlPage.of(status, Templates.ask(w, receipt, error));
    }
}
