package org.mentoringcommons.analytics.release;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.analytics.cube.Method;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;

/** Where whoever is to approve a release sees it as it would be published. */
@Path(DraftResource.PATH + "/{release}/preview")
@Authenticated
@Transactional
@Tag(name = "Making releases")
class PreviewResource {

    private final Drafting drafting;
    private final Drafts drafts;
    private final Releases releases;
    private final Releasers releasers;
    private final Studies studies;
    private final Tables tables;

    PreviewResource(
            Drafting drafting, Drafts drafts, Releases releases, Releasers releasers, Studies studies, Tables tables) {
        this.drafting = drafting;
        this.drafts = drafts;
        this.releases = releases;
        this.releasers = releasers;
        this.studies = studies;
        this.tables = tables;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ReleaseResource.CSV, ReleaseResource.PAGE})
    @Operation(
            summary = "Reads a release before it is frozen",
            description = "As it would be published, with the number 0; once it is audited.")
    @APIResponse(
            responseCode = "200",
            description = "What would be published",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReleaseDocument.class)),
                @Content(mediaType = ReleaseResource.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ReleaseResource.PAGE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "There is no such release, or the caller is not on the team")
    @APIResponse(responseCode = "409", description = "audit-failed; release-not-audited")
    public Response preview(@PathParam("key") String key, @PathParam("release") UUID id, @Context Request request) {
        releasers.study(key);
        Draft draft = drafting.find(key, id);
        if (draft.state() == State.REFUSED) {
            throw ReleaseProblems.auditFailed();
        }
        byte[] candidate = Optional.of(id)
                .filter(audited -> draft.state().isAudited())
                .flatMap(drafts::candidate)
                .orElseThrow(() ->
                        ReleaseProblems.state("release-not-audited", "There is nothing to be seen yet", draft.state()));
        Study study = studies.version(key, draft.studyVersion()).orElseThrow();
        List<Integer> numbers = new ArrayList<>(releases.numbersOf(key).subList(0, draft.edition() - 1));
        numbers.add(0);
        Imprint imprint = new Imprint(
                numbers,
                study,
                draft.purpose(),
                draft.cubeHash(),
                draft.method().orElseGet(Method::last),
                null);
        Rendered shown = Documents.tables(imprint, tables.read(candidate)).get(Documents.form(request));
        return Response.ok(shown.body(), shown.type() + ";charset=UTF-8")
                .header("Vary", "Accept")
                .header("Cache-Control", "private, no-cache")
                .build();
    }
}
