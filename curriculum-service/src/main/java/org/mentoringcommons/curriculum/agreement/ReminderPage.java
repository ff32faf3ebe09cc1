package org.mentoringcommons.curriculum.agreement;

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
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.link.SignedLinks;
import org.mentoringcommons.curriculum.page.HtmlPage;

/** Where whoever got a reminder says that it was the last one, without signing in: they may have left the institution. */
@Path("/r/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Agreements")
class ReminderPage {

    private final SignedLinks links;
    private final Reminders reminders;

    ReminderPage(SignedLinks links, Reminders reminders) {
        this.links = links;
        this.reminders = reminders;
    }

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance reminder(boolean stopped);
    }

    @GET
    @Operation(
            summary = "Asks whether somebody wants to be reminded no more",
            description = "Changes nothing, because programs that read mail follow links.")
    @APIResponse(responseCode = "200", description = "The page, also if nobody is reminded any more")
    @APIResponse(responseCode = "404", description = "We did not send this link: `link-not-found`")
    public Response ask(@PathParam("token") String token, @Context HttpHeaders headers) {
        return answer(token, headers, false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Reminds somebody no more",
            description = "Of the agreement that the link is of; the address is forgotten. Twice is once (RFC 8058).")
    @APIResponse(responseCode = "200", description = "No mail is sent from now on")
    @APIResponse(responseCode = "404", description = "We did not send this link: `link-not-found`")
    public Response stop(@PathParam("token") String token, String form, @Context HttpHeaders headers) {
        return answer(token, headers, true);
    }

    private Response answer(String token, HttpHeaders headers, boolean stopped) {
        return HtmlPage.politely(headers, () -> {
            UUID reminder = links.bind(SignedLinks.Purpose.REMINDER, token);
            if (stopped) {
                reminders.stop(reminder);
            }
            return HtmlPage.of(Response.Status.OK, Templates.reminder(stopped));
        });
    }
}
