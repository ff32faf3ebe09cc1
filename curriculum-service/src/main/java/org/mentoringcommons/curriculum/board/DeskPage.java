package org.mentoringcommons.curriculum.board;

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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
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
import org.mentoringcommons.curriculum.page.QrCode;

/** Where a board is followed and moderated in a browser. Everything works without the script, which only keeps it up to date. */
@Path("/b/desk/{token}")
@PermitAll
@Tag(name = "Boards")
class DeskPage {

    private final SignedLinks links;
    private final Writing writing;
    private final Running running;

    DeskPage(SignedLinks links, Writing writing, Running running) {
        this.links = links;
        this.writing = writing;
        this.running = running;
    }

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance desk(
                BoardView board, List<String> prompts, List<Note> notes, String picture, String token, String nonce);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "Shows a board to whoever moderates it",
            description =
                    "With all notes, also hidden ones, and the participants' address as a code to be photographed.")
    @APIResponse(responseCode = "200", description = "The page")
    @APIResponse(responseCode = "404", description = "There is no such board, or its links were renewed")
    public Response show(@PathParam("token") String token, @Context HttpHeaders headers) {
        return HtmlPage.politely(headers, () -> {
            BoardView board = running.show(board(token).id());
            String nonce = UUID.randomUUID().toString();
            return HtmlPage.live(
                    nonce,
                    Templates.desk(
                            board,
                            board.prompt().lines().toList(),
                            running.notes(board.id()),
                            QrCode.picture(board.writeAt()),
                            token,
                            nonce));
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "Moderates a board from its page",
            description =
                    "`do` is `hide`, `show`, `group`, `close` or `open`; `note` are the notes, `group` where they go.")
    @APIResponse(responseCode = "303", description = "Done; the page follows")
    @APIResponse(responseCode = "400", description = "A note is none")
    @APIResponse(responseCode = "404", description = "There is no such board, or its links were renewed")
    @APIResponse(responseCode = "409", description = "Its session is over")
    public Response moderate(
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
            UUID board = board(token).id();
            List<UUID> notes = ids(body.getOrDefault("note", List.of()));
            switch (Objects.requireNonNullElse(body.getFirst("do"), "")) {
                case "hide" -> moderate(board, new Moderation(notes, true, null));
                case "show" -> moderate(board, new Moderation(notes, false, null));
                case "group" -> moderate(board, new Moderation(notes, null, group(body.getFirst("group"))));
                case "close" -> running.close(board);
                case "open" -> running.reopen(board);
                default -> throw BoardProblem.unfit("do", "must be one of hide, show, group, close, open");
            }
            return HtmlPage.secret(Response.seeOther(URI.create("/b/desk/" + token)))
                    .build();
        });
    }

    @GET
    @Path("/notes.csv")
    @Produces("text/csv")
    @Operation(summary = "Exports a board's notes from its page", description = "All of them, hidden ones marked.")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "404", description = "There is no such board, or its links were renewed")
    public Response csv(@PathParam("token") String token) {
        return HtmlPage.secret(NotesCsv.answer(running.notes(board(token).id())))
                .build();
    }

    private Board board(String token) {
        return writing.board(links.bind(SignedLinks.Purpose.DESK, token));
    }

    private void moderate(UUID board, Moderation how) {
        if (!how.notes().isEmpty()) {
            running.moderate(board, how);
        }
    }

    private static String group(String name) {
        String group = name == null ? "" : name.replaceAll("\\p{Cc}", " ").strip();
        if (group.codePointCount(0, group.length()) > Moderation.GROUP_CHARACTERS) {
            throw BoardProblem.unfit("group", "is longer than " + Moderation.GROUP_CHARACTERS + " characters");
        }
        return group;
    }

    private static List<UUID> ids(List<String> notes) {
        try {
            return notes.stream().map(UUID::fromString).toList();
        } catch (IllegalArgumentException none) {
            throw BoardProblem.unfit("note", "is no id of a note");
        }
    }
}
