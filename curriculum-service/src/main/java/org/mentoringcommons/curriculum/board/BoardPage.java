package org.mentoringcommons.curriculum.board;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.link.SignedLinks;
import org.mentoringcommons.curriculum.page.HtmlPage;

/** Where participants write on a board, without signing in and without a script. */
@Path("/b/{token}")
@PermitAll
@Tag(name = "Boards")
class BoardPage {

    private final SignedLinks links;
    private final Writing writing;

    BoardPage(SignedLinks links, Writing writing) {
        this.links = links;
        this.writing = writing;
    }

    /**
     * What the page shows.
     *
     * @param note the id of the note that is written on it
     * @param sent whether one was taken a moment ago
     * @param wrong why none was taken; empty if nothing is wrong
     */
    record Sheet(List<String> prompts, boolean open, UUID note, String text, boolean sent, String wrong) {}

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance board(Sheet sheet);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "Shows a board's prompt, and where to write",
            description = "For whoever has the address; nothing about them is kept. What others wrote is not shown.")
    @APIResponse(responseCode = "200", description = "The page, also of a board that takes no notes any more")
    @APIResponse(responseCode = "404", description = "There is no such board, or its links were renewed")
    public Response show(
            @PathParam("token") String token,
            @QueryParam("sent") @DefaultValue("") String sent,
            @Context HttpHeaders headers) {
        return HtmlPage.politely(headers, () -> {
            Board board = writing.board(links.bind(SignedLinks.Purpose.BOARD, token));
            return page(Response.Status.OK, board, UUID.randomUUID(), "", !sent.isEmpty(), "");
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "Puts a note on a board",
            description =
                    """
                    `text`, of at most 500 characters, and `note`, the random id that the page brought along: the same \
                    again is the same note. No person, time or address is kept with it.""")
    @APIResponse(responseCode = "303", description = "It was taken; the page follows, for another one")
    @APIResponse(responseCode = "400", description = "Nothing is said, or too much; the page says what")
    @APIResponse(responseCode = "404", description = "There is no such board, or its links were renewed")
    @APIResponse(responseCode = "409", description = "The board is closed, or full")
    @APIResponse(responseCode = "429", description = "Many notes arrive at this board just now")
    public Response write(
            @PathParam("token") String token,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                                            schema = @Schema(type = SchemaType.STRING)))
                    MultivaluedMap<String, String> body,
            @Context HttpHeaders headers) {
        return HtmlPage.politely(headers, () -> {
            UUID link = links.bind(SignedLinks.Purpose.BOARD, token);
            UUID note = random(body.getFirst("note"));
            try {
                writing.write(link, note, body.getFirst("text"));
                return HtmlPage.secret(Response.seeOther(URI.create("/b/" + token + "?sent=yes")))
                        .build();
            } catch (HttpProblem refused) {
                if (!HtmlPage.isWanted(headers) || refused.getStatusCode() == 404 || refused.getStatusCode() == 403) {
                    throw refused;
                }
                return again(refused, writing.board(link), note, body.getFirst("text"));
            }
        });
    }

    /** The page once more, with what was written: nothing is lost because it was refused. */
    private Response again(HttpProblem refused, Board board, UUID note, String text) {
        Response page = page(
                Response.Status.fromStatusCode(refused.getStatusCode()),
                board,
                note,
                text == null ? "" : text,
                false,
                words(refused));
        Object seconds = refused.getParameters().get("retryAfter");
        return seconds == null
                ? page
                : Response.fromResponse(page)
                        .header(HttpHeaders.RETRY_AFTER, seconds)
                        .build();
    }

    private Response page(Response.Status status, Board board, UUID note, String text, boolean sent, String wrong) {
        Sheet sheet = new Sheet(board.prompt().lines().toList(), writing.isOpen(board), note, text, sent, wrong);
        return HtmlPage.of(status, Templates.board(sheet));
    }

    private static String words(HttpProblem refused) {
        if (refused.getParameters().get("violations") instanceof List<?> violations && !violations.isEmpty()) {
            return "Your note " + message(violations.get(0)) + ".";
        }
        return refused.getTitle() + (refused.getDetail() == null ? "." : ". " + refused.getDetail());
    }

    private static String message(Object violation) {
        return violation instanceof org.mentoringcommons.tenancy.Refusal.Violation told
                ? told.message()
                : String.valueOf(((Map<?, ?>) violation).get("message"));
    }

    /** Of the random kind and no other: other kinds hold a time. */
    private static UUID random(String id) {
        try {
            UUID brought = UUID.fromString(id == null ? "" : id);
            return brought.version() == 4 ? brought : UUID.randomUUID();
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }
}
