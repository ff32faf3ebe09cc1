package org.mentoringcommons.curriculum.board;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.mentoringcommons.curriculum.link.SignedLinks;
import org.mentoringcommons.tenancy.TenantBinding;

/** What keeps the page up to date on which a board is moderated; the same token leads here. */
@Path(SignedLinks.STREAM + "{token}")
@PermitAll
@Tag(name = "Boards")
class LivePage {

    private final SignedLinks links;
    private final Writing writing;
    private final Live live;
    private final TenantBinding binding;

    LivePage(SignedLinks links, Writing writing, Live live, TenantBinding binding) {
        this.links = links;
        this.writing = writing;
        this.live = live;
        this.binding = binding;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            summary = "Follows a board",
            description =
                    """
                    Server-sent events: all notes first, then what changes, in whichever instance, in steps of some \
                    seconds. The token is that of the board's desk. Ends when the board or its link is no more.""")
    @APIResponse(responseCode = "200", description = "One event a step")
    @APIResponse(responseCode = "404", description = "There is no such board, or its links were renewed")
    @APIResponse(responseCode = "429", description = "Too many pages follow it")
    public Multi<Step> follow(@PathParam("token") String token) {
        Board board = writing.board(links.bind(SignedLinks.Purpose.DESK, token));
        return RestMulti.fromMultiData(live.follow(binding.tenant().orElseThrow(), board))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no") // a proxy that gathers would keep it all back
                .build();
    }
}
