package org.mentoringcommons.curriculum.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.http.Unkept;
import org.mentoringcommons.tenancy.Roles;

/** The boards of a session. */
@Path("/curriculum/v1/workshops/{workshop}/sessions/{session}/boards")
@Produces(MediaType.APPLICATION_JSON)
@Unkept
@RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Boards", description = "What a group answers without names during a session")
class BoardsResource {

    private final Running running;

    BoardsResource(Running running) {
        this.running = running;
    }

    @POST
    @Operation(
            summary = "Opens a board",
            description =
                    """
                    With a prompt of one's own, or with those of a prompt board of what the workshop is held with. It \
                    takes notes until the session ends; whoever has `writeAt` writes, and nobody can tell who wrote what.""")
    @APIResponseSchema(value = BoardView.class, responseCode = "201")
    @APIResponse(responseCode = "400", description = "It asks nothing, or the part is no prompt board")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop, or it has no such session")
    @APIResponse(
            responseCode = "409",
            description = "The session is over, the workshop cancelled, or there are too many boards")
    public Response open(
            @PathParam("workshop") UUID workshop, @PathParam("session") int session, @Valid @NotNull NewBoard wanted) {
        BoardView board = running.open(workshop, session, wanted);
        return Response.created(URI.create(BoardResource.PATH + "/" + board.id()))
                .entity(board)
                .build();
    }

    @GET
    @Operation(summary = "Lists the boards of a session", description = "At most a hundred, in the order of their ids.")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    @APIResponseSchema(BoardView[].class)
    public List<BoardView> list(@PathParam("workshop") UUID workshop, @PathParam("session") int session) {
        return running.of(workshop).stream()
                .filter(board -> board.session() == session)
                .toList();
    }
}
