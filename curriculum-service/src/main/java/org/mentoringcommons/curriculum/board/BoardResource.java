package org.mentoringcommons.curriculum.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.http.Unkept;
import org.mentoringcommons.tenancy.Roles;

/** One board, for those who run the workshop. */
@Path(BoardResource.PATH + "/{board}")
@Produces(MediaType.APPLICATION_JSON)
@Unkept
@RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Boards")
class BoardResource {

    static final String PATH = "/curriculum/v1/boards";

    private final Running running;

    BoardResource(Running running) {
        this.running = running;
    }

    @GET
    @Operation(summary = "Shows a board", description = "With its links; the notes are apart.")
    @APIResponseSchema(BoardView.class)
    @APIResponse(responseCode = "404", description = "The institution has no such board")
    public BoardView show(@PathParam("board") UUID board) {
        return running.show(board);
    }

    @DELETE
    @Operation(summary = "Deletes a board", description = "With all its notes, at once and for good.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "The institution has no such board")
    public void delete(@PathParam("board") UUID board) {
        running.delete(board);
    }

    @POST
    @Path("/close")
    @Operation(summary = "Closes a board before its session ends", description = "Closing twice is closing.")
    @APIResponseSchema(BoardView.class)
    @APIResponse(responseCode = "404", description = "The institution has no such board")
    public BoardView close(@PathParam("board") UUID board) {
        return running.close(board);
    }

    @POST
    @Path("/reopen")
    @Operation(summary = "Lets a board take notes again", description = "As long as its session lasts.")
    @APIResponseSchema(BoardView.class)
    @APIResponse(responseCode = "404", description = "The institution has no such board")
    @APIResponse(responseCode = "409", description = "The session is over")
    public BoardView reopen(@PathParam("board") UUID board) {
        return running.reopen(board);
    }

    @POST
    @Path("/links")
    @Operation(
            summary = "Renews a board's links",
            description = "Both of them; those there were lead nowhere any more.")
    @APIResponseSchema(BoardView.class)
    @APIResponse(responseCode = "404", description = "The institution has no such board")
    public BoardView renew(@PathParam("board") UUID board) {
        return running.renewLinks(board);
    }

    @GET
    @Path("/notes")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            summary = "Exports a board's notes",
            description =
                    """
                    All of them, at most 10,000, hidden ones marked; by group, and within a group in the order of random \
                    ids. As JSON, or as CSV, in which a text that looks like a formula is led by an apostrophe.""")
    @APIResponseSchema(Note[].class)
    @APIResponse(responseCode = "404", description = "The institution has no such board")
    public Response notes(@PathParam("board") UUID board, @Context HttpHeaders headers) {
        List<Note> notes = running.notes(board);
        boolean table = headers.getAcceptableMediaTypes().get(0).getSubtype().equals("csv");
        return table
                ? NotesCsv.answer(notes).build()
                : Response.ok(notes, MediaType.APPLICATION_JSON_TYPE).build();
    }

    @POST
    @Path("/moderation")
    @Operation(
            summary = "Hides, shows or groups notes",
            description = "Whatever is given, of all notes named; the texts stay as they are. Nobody is told.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "400", description = "No note is named, or the group's name is too long")
    @APIResponse(responseCode = "404", description = "The institution has no such board")
    public void moderate(@PathParam("board") UUID board, @Valid @NotNull Moderation how) {
        running.moderate(board, how);
    }
}
