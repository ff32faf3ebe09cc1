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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.survey.invitation.InvitationLink;
import org.mentoringcommons.survey.invitation.LinkBinding;
import org.mentoringcommons.survey.response.NewResponse;
import org.mentoringcommons.survey.response.ReceiptCodes;
import org.mentoringcommons.survey.response.Submissions;

/** The form for people: a page rendered here, without any script. */
@Path("/s/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Forms")
class FormPage {

    /** Nothing is loaded or run; only the page's own style, and only sent back to us. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final LinkBinding links;
    private final Forms forms;
    private final Submissions submissions;

    FormPage(LinkBinding links, Forms forms, Submissions submissions) {
        this.links = links;
        this.forms = forms;
        this.submissions = submissions;
    }

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance form(FormPageView page);

        static native TemplateInstance thanks(String title, String receipt);

        static native TemplateInstance message(String title, String sentence);
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
    public Response show(@PathParam("token") String token, @Context HttpHeaders headers) {
        try {
            Form form = forms.open(links.bind(token));
            return page(
                    Response.Status.OK,
                    form(form, ReceiptCodes.fresh(), new FormFields(new MultivaluedHashMap<>()), Violations.none()));
        } catch (HttpProblem refused) {
            return politely(refused, headers);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Answers by the page",
            description = "What is wrong is shown beside the field; nothing is lost.")
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
            @PathParam("token") String token, MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        try {
            InvitationLink link = links.bind(token);
            return submit(link, forms.sent(link), new FormFields(body));
        } catch (HttpProblem refused) {
            return politely(refused, headers);
        }
    }

    private Response submit(InvitationLink link, Form form, FormFields sent) {
        Map<String, JsonNode> answers = sent.answers(form.definition());
        Violations violations = Violations.none();
        if (sent.research() == null) {
            violations.of("research").add("is required");
        }
        form.definition().accept(answers, violations);
        String receipt = sent.value("receipt");
        if (!ReceiptCodes.isGood(receipt)) {
            receipt = ReceiptCodes.fresh();
        }
        if (!violations.isEmpty()) {
            return page(Response.Status.BAD_REQUEST, form(form, receipt, sent, violations));
        }
        submissions.submit(link, new NewResponse(receipt, sent.value("consentVersion"), sent.research(), answers));
        return page(Response.Status.OK, Templates.thanks(form.title(), receipt));
    }

    private static TemplateInstance form(Form form, String receipt, FormFields sent, Violations violations) {
        return Templates.form(FormPageView.of(form, receipt, sent, violations.all()));
    }

    /** A person gets a sentence; a program that asks for no page in particular gets the problem document. */
    private static Response politely(HttpProblem refused, HttpHeaders headers) {
        List<MediaType> wanted = headers.getAcceptableMediaTypes();
        if (wanted.stream().noneMatch(type -> type.getSubtype().equals("html"))) {
            throw refused;
        }
        String type = refused.getType().toString();
        return page(
                Response.Status.fromStatusCode(refused.getStatusCode()),
                Refused.of(type.substring(type.lastIndexOf(':') + 1)).page());
    }

    private static Response page(Response.Status status, TemplateInstance content) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", CONTENT_POLICY)
                .header("Referrer-Policy", "no-referrer") // the address is a secret
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .entity(content.render())
                .build();
    }

    /** What a person reads when an answer cannot be taken. */
    private enum Refused {
        WAVE_NOT_OPEN("This survey is not open yet", "Please come back when the workshop is over."),
        INSTITUTION_SUSPENDED(
                "This survey is paused",
                "The institution that asks you is not active at the moment. Your link stays the same: please try it again"
                        + " later. Answers that were sent already are kept."),
        INSTITUTION_CLOSED(
                "This survey has ended",
                "The institution that asked you does not use this service any more. Thank you anyway."),
        WAVE_CLOSED("This survey has closed", "Answers were taken for a month after the workshop. Thank you anyway."),
        ALREADY_ANSWERED("Your answers are in", "This invitation has been used. Each one can be answered once."),
        CONSENT_CHANGED(
                "The consent text has changed", "Please open your link again, read the new text, and answer then."),
        INVITATION_NOT_FOUND(
                "This link leads nowhere", "Please check that you copied the whole address from your invitation.");

        private final String title;
        private final String sentence;

        Refused(String title, String sentence) {
            this.title = title;
            this.sentence = sentence;
        }

        static Refused of(String problem) {
            return valueOf(problem.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }

        TemplateInstance page() {
            return Templates.message(title, sentence);
        }
    }
}
