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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.analytics.paging.Page;
import org.mentoringcommons.tenancy.Refusal;

/** Where the versions of a study are read; they are kept for good. */
@Path(StudyResource.PATH + "/{key}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Transactional
@Tag(name = "Studies")
class VersionResource {

    private final Studies studies;
    private final Viewing viewing;

    VersionResource(Studies studies, Viewing viewing) {
        this.studies = studies;
        this.viewing = viewing;
    }

    @GET
    @Operation(summary = "Lists a study's versions", description = "Oldest first; to whom the study shows itself.")
    @APIResponse(
            responseCode = "200",
            description = "A page; the Link header leads to the next",
            content = @Content(schema = @Schema(implementation = VersionView[].class)))
    @APIResponse(responseCode = "404", description = "There is no such study for the caller")
    public RestResponse<List<VersionView>> list(
            @PathParam("key") String key,
            @QueryParam("after") @DefaultValue("0") int after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo request) {
        viewing.declared(key);
        return Page.of(studies.versions(key, after, limit), limit)
                .map(VersionView::of)
                .answer(request, version -> Integer.toString(version.version()));
    }

    @GET
    @Path("/{version}")
    @Operation(summary = "Shows a version as it was declared", description = "With the team of now.")
    @APIResponse(
            responseCode = "200",
            description = "The declaration",
            content =
                    @Content(
                            schema = @Schema(implementation = StudyView.class),
                            examples = @ExampleObject(name = "small", value = Examples.SHOWN)))
    @APIResponse(responseCode = "404", description = "There is no such version, or no such study for the caller")
    public StudyView version(@PathParam("key") String key, @PathParam("version") int version) {
        viewing.declared(key);
        return studies.version(key, version).map(StudyView::of).orElseThrow(() -> Refusal.notFound("version")
                .problem());
    }
}
