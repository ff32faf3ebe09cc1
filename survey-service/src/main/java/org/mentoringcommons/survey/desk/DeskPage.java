package org.mentoringcommons.survey.desk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.instrument.Keys;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.page.PublicAddress;
import org.mentoringcommons.survey.page.WantedLanguages;
import org.mentoringcommons.survey.page.Wording;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Roles;

/** The coding page: one text a screen, by keys alone, without any script. */
@Path(DeskPage.PATH)
@RolesAllowed(Roles.EVALUATOR)
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Coding")
class DeskPage {

    static final String PATH = "/coding";

    private final Desk desk;
    private final PublicAddress addresses;
    private final Caller caller;

    DeskPage(Desk desk, PublicAddress addresses, Caller caller) {
        this.desk = desk;
        this.addresses = addresses;
        this.caller = caller;
    }

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance errands(Wording w, java.util.List<Desk.Errand> errands);

        static native TemplateInstance screen(Wording w, Screen screen, String error, String notice);
    }

    @GET
    @Operation(
            summary = "Shows what there is to code, or the next text",
            description =
                    "With `protocol` and `item` the next text that waits: to be looked through, to be coded, or to be"
                            + " settled. For the browser of an evaluator who came by a link of `coding-sessions`.")
    @APIResponse(responseCode = "200", description = "The page")
    public Response show(
            @QueryParam("protocol") UUID protocol,
            @QueryParam("item") @Pattern(regexp = Keys.KEY) String item,
            @QueryParam("text") UUID text,
            @QueryParam("last") UUID last,
            @Context HttpHeaders headers) {
        Wording w = wording(headers);
        if (protocol == null || item == null) {
            return FromOwnPages.told(
                    HtmlPage.of(Response.Status.OK, Templates.errands(w, desk.errands(caller.subject()))));
        }
        return HtmlPage.politely(
                headers,
                w,
                () -> FromOwnPages.told(HtmlPage.of(
                        Response.Status.OK,
                        Templates.screen(w, desk.next(caller.subject(), protocol, item, text, last), null, null))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Keeps what was decided about a text and goes on to the next",
            description = "What is wrong is said on the same screen.")
    @APIResponse(responseCode = "303", description = "Kept; to the next text")
    @APIResponse(
            responseCode = "400",
            description = "The screen again, with what to mend",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response decide(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                                            schema = @Schema(type = SchemaType.STRING)))
                    MultivaluedMap<String, String> body,
            @Context HttpHeaders headers) {
        Wording w = wording(headers);
        return HtmlPage.politely(headers, w, () -> {
            FromOwnPages.require(headers, addresses);
            Sent sent = Sent.of(body);
            try {
                Desk.Done done = desk.decide(caller.subject(), sent);
                UriBuilder next = UriBuilder.fromUri(addresses.of(PATH))
                        .queryParam("protocol", sent.protocol())
                        .queryParam("item", sent.item());
                if (done.last() != null) {
                    next.queryParam("last", done.last());
                }
                if (done.again() != null) {
                    next.queryParam("text", done.again());
                }
                return HtmlPage.secret(Response.seeOther(next.build())).build();
            } catch (HttpProblem refused) {
                if (!HtmlPage.isWanted(headers) || refused.getStatusCode() == 404) {
                    throw refused;
                }
                return again(w, sent, refused);
            }
        });
    }

    /** The same text with what to mend; or the next, if this one is no longer to be decided about. */
    private Response again(Wording w, Sent sent, HttpProblem refused) {
        String type = refused.getType().toString();
        String key = "desk.error." + type.substring(type.lastIndexOf(':') + 1);
        Screen screen = desk.next(caller.subject(), sent.protocol(), sent.item(), sent.text(), sent.last());
        return FromOwnPages.told(HtmlPage.of(
                Response.Status.fromStatusCode(refused.getStatusCode()),
                Templates.screen(w, screen, w.say(w.knows(key) ? key : "desk.error.other"), null)));
    }

    private static Wording wording(HttpHeaders headers) {
        return WantedLanguages.of(null, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .wording();
    }
}
