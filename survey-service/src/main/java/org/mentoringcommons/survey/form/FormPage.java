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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.draft.Draft;
import org.mentoringcommons.survey.draft.NewDraft;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.survey.invitation.InvitationLink;
import org.mentoringcommons.survey.invitation.LinkBinding;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.page.WantedLanguages;
import org.mentoringcommons.survey.response.Declinations;
import org.mentoringcommons.survey.response.Drafting;
import org.mentoringcommons.survey.response.NewResponse;
import org.mentoringcommons.survey.response.ReceiptCodes;
import org.mentoringcommons.survey.response.ResponseProblems;
import org.mentoringcommons.survey.response.Submissions;

/** The form for people: a page rendered here, without any script. */
@Path("/s/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Forms")
class FormPage {

    private final LinkBinding links;
    private final Forms forms;
    private final Submissions submissions;
    private final Declinations declinations;
    private final Drafting drafting;
    private final Thanks thanks;

    FormPage(
            LinkBinding links,
            Forms forms,
            Submissions submissions,
            Declinations declinations,
            Drafting drafting,
            Thanks thanks) {
        this.thanks = thanks;
        this.declinations = declinations;
        this.drafting = drafting;
        this.links = links;
        this.forms = forms;
        this.submissions = submissions;
    }

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance form(FormPageView page);
    }

    @GET
    @Operation(summary = "Shows the form as a page", description = "Plain HTML that works without scripts.")
    @APIResponse(responseCode = "200", description = "The page")
    @APIResponse(
            responseCode = "404",
            description = "The token leads nowhere",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "403",
            description = "The institution is suspended or closed",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "409",
            description = "Not open, closed, or answered already",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response show(
            @PathParam("token") String token,
            @QueryParam("lang") @Parameter(description = "Before `Accept-Language`", example = "es") String language,
            @Context HttpHeaders headers) {
        WantedLanguages wanted = WantedLanguages.of(language, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return HtmlPage.politely(headers, wanted.wording(), () -> {
            InvitationLink link = links.bind(token);
            Form form;
            try {
                form = forms.open(link);
            } catch (HttpProblem refused) {
                if (!ResponseProblems.isAlreadyAnswered(refused) || !HtmlPage.isWanted(headers)) {
                    throw refused;
                }
                return thanks.already(token, link, wanted.wording());
            }
            Draft draft = form.draft();
            return page(
                    Response.Status.OK,
                    FormPageView.of(
                            form,
                            wanted.bestOf(form.consent().languages()),
                            ReceiptCodes.fresh(),
                            draft == null ? new FormFields(new MultivaluedHashMap<>()) : Prefilled.of(draft),
                            draft != null
                                    && !forms.mayAnswerUnder(
                                            link, draft.content().consentVersion()),
                            List.of(),
                            draft == null ? null : "resumed"));
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Answers by the page",
            description =
                    "What is wrong is shown beside the field; nothing is lost. `save` keeps what is typed for later, `show` shows the"
                            + " page in another language, `decline` declines to take part. After a change of the consent text the page comes back"
                            + " with the new text and everything that was typed.")
    @APIResponse(responseCode = "200", description = "Kept; the page shows the receipt")
    @APIResponse(
            responseCode = "400",
            description = "The page again, with what to mend",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "404",
            description = "The token leads nowhere",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "403",
            description = "The institution is suspended or closed",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "409",
            description = "Not open, closed, or answered already",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response submit(
            @PathParam("token") String token,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                                            schema = @Schema(type = SchemaType.STRING)))
                    MultivaluedMap<String, String> body,
            @Context HttpHeaders headers) {
        FormFields sent = new FormFields(body);
        WantedLanguages wanted =
                WantedLanguages.of(sent.language(), headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return HtmlPage.politely(headers, wanted.wording(), () -> {
            InvitationLink link = links.bind(token);
            if (sent.has("decline")) {
                declinations.decline(link);
                return HtmlPage.message(Response.Status.OK, wanted.wording(), "declined");
            }
            try {
                return submit(link, forms.sent(link), sent, wanted);
            } catch (HttpProblem refused) {
                if (!ResponseProblems.isAlreadyAnswered(refused) || !HtmlPage.isWanted(headers)) {
                    throw refused;
                }
                return thanks.already(token, link, wanted.wording()); // from another tab, perhaps: where to change them
            }
        });
    }

    private Response submit(InvitationLink link, Form form, FormFields sent, WantedLanguages wanted) {
        String language = wanted.bestOf(form.consent().languages());
        String receipt = ReceiptCodes.isGood(sent.value("receipt")) ? sent.value("receipt") : ReceiptCodes.fresh();
        boolean changed = !forms.mayAnswerUnder(link, sent.value("consentVersion"));
        if (sent.has("show")) {
            return page(Response.Status.OK, FormPageView.of(form, language, receipt, sent, changed, List.of(), null));
        }
        Map<String, JsonNode> answers = sent.answers(form.definition());
        if (sent.has("save")) {
            return save(link, form, sent, answers, language, receipt);
        }
        Violations violations = Violations.none();
        if (sent.research() == null) {
            violations.of("research").add("is required");
        }
        form.definition().accept(answers, violations);
        if (!violations.isEmpty()) {
            return page(
                    Response.Status.BAD_REQUEST,
                    FormPageView.of(form, language, receipt, sent, changed, violations.all(), null));
        }
        NewResponse given = new NewResponse(
                receipt, sent.value("consentVersion"), sent.consentLanguage(), sent.research(), answers);
        Submissions.Taken taken;
        try {
            taken = submissions.submit(link, given);
        } catch (HttpProblem refused) {
            if (!ResponseProblems.isConsentChanged(refused)) {
                throw refused;
            }
            return page(
                    Response.Status.CONFLICT,
                    FormPageView.of(forms.sent(link), language, receipt, sent, true, List.of(), null));
        }
        return thanks.of(link, form, taken, receipt, language, "thanks.received");
    }

    /** Saves what is typed; if somebody saved something else meanwhile, both are kept until the reader decides. */
    private Response save(
            InvitationLink link,
            Form form,
            FormFields sent,
            Map<String, JsonNode> answers,
            String language,
            String receipt) {
        boolean changed = !forms.mayAnswerUnder(link, sent.value("consentVersion"));
        NewDraft typed = new NewDraft(
                sent.draftRevision(),
                sent.value("consentVersion"),
                sent.consentLanguage(),
                sent.research(),
                sent.has("countUnfinished"),
                answers);
        try {
            FormFields saved = sent.on(drafting.save(link, typed).revision());
            return page(
                    Response.Status.OK, FormPageView.of(form, language, receipt, saved, changed, List.of(), "saved"));
        } catch (HttpProblem refused) {
            if (!ResponseProblems.isDraftChanged(refused)) {
                throw refused;
            }
            Draft other = forms.sent(link).draft();
            return page(
                    Response.Status.CONFLICT,
                    FormPageView.of(
                            form,
                            language,
                            receipt,
                            sent.on(other == null ? 0 : other.revision()),
                            changed,
                            List.of(),
                            "elsewhere"));
        }
    }

    private static Response page(Response.Status status, FormPageView page) {
        return HtmlPage.of(status, Templates.form(page));
    }
}
