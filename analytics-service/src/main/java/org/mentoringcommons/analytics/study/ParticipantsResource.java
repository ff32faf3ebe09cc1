package org.mentoringcommons.analytics.study;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.analytics.paging.Page;

/** Where a study's team and operators see which institutions take part, and which did. */
@Path(StudyResource.PATH + "/{key}/participations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Transactional
@Tag(name = "Participation")
class ParticipantsResource {

    private static final String BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

    private final Agreements agreements;
    private final Viewing viewing;

    ParticipantsResource(Agreements agreements, Viewing viewing) {
        this.agreements = agreements;
        this.viewing = viewing;
    }

    @GET
    @Operation(
            summary = "Lists the agreements of institutions",
            description = "In force and ended, in the order of their ids; for the team and for operators.")
    @APIResponse(
            responseCode = "200",
            description = "A page; the Link header leads to the next",
            content = @Content(schema = @Schema(implementation = ParticipationView[].class)))
    @APIResponse(responseCode = "404", description = "There is no such study for the caller")
    public RestResponse<List<ParticipationView>> list(
            @PathParam("key") String key,
            @QueryParam("after") @DefaultValue(BEFORE_ALL) UUID after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo request) {
        viewing.participants(key);
        return Page.of(agreements.after(key, after, limit), limit)
                .answer(request, agreement -> agreement.id().toString());
    }
}
