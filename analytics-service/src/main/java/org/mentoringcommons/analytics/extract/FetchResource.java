package org.mentoringcommons.analytics.extract;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.analytics.study.Agreements;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;

/** Where a study's team fetches its row files. Each fetching is recorded before the first byte leaves. */
@Path(ExtractResource.PATH + "/{extract}")
@Authenticated
@Transactional
@Tag(name = "Extracts")
class FetchResource {

    private static final String CSV = "text/csv";
    private static final String PARQUET = "application/vnd.apache.parquet";

    private final Extracts extracts;
    private final Parts parts;
    private final Agreements agreements;
    private final TeamOnly team;
    private final Caller caller;
    private final Clock clock;
    private final AuditTrail trail;

    FetchResource(
            Extracts extracts,
            Parts parts,
            Agreements agreements,
            TeamOnly team,
            Caller caller,
            Clock clock,
            AuditTrail trail) {
        this.extracts = extracts;
        this.parts = parts;
        this.agreements = agreements;
        this.team = team;
        this.caller = caller;
        this.clock = clock;
        this.trail = trail;
    }

    @GET
    @Path("/content")
    @Produces({CSV, PARQUET, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Fetches a row file",
            description =
                    "One row a person, workshop by workshop; a pair is two columns, _then and _now; no value is empty."
                            + " Until it expires, or an answer in it is withdrawn.")
    @APIResponse(
            responseCode = "200",
            description = "The file, named in Content-Disposition",
            content = {
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "one person",
                                        value =
                                                """
                                        population,institution,workshop,day,minutes,mode,audience,attended,coverage_known,modules,instrument,instrument_version,listening_then,listening_now
                                        consented,7c0f2c51-3f3b-4f0e-8a53-0f7ad9a7c1de,6f1f5a0e-6a5a-4f0e-9c53-0d7a5b1c2e90,2026-03-02,240,in_person,mentee,8,1,communication,skills,1,4,6
                                        """)),
                @Content(mediaType = PARQUET, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "There is no such extract, or the caller is not on the team")
    @APIResponse(responseCode = "409", description = "extract-not-ready: it is still being written")
    @APIResponse(
            responseCode = "410",
            description = "extract-gone: it has failed, was cancelled or recalled, or expired")
    public Response content(@PathParam("key") String key, @PathParam("extract") UUID id) {
        Extract extract = ready(key, id);
        extracts.fetched(id, caller.subject(), clock.instant());
        trail.record(Deed.of("extract.fetched", "extract", id.toString()).detail("study " + key));
        StreamingOutput content = out -> parts.copy(extract, out);
        return Response.ok(content, extract.format().mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, extract.bytes().orElseThrow())
                .header(HttpHeaders.CONTENT_DISPOSITION, named(extract.fileName()))
                .build();
    }

    @GET
    @Path("/codebook")
    @Produces({CSV, MediaType.APPLICATION_JSON})
    @Operation(summary = "Fetches what the columns of a row file say", description = "One line a column.")
    @APIResponse(
            responseCode = "200",
            description = "The codebook",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "one column",
                                            value =
                                                    """
                                            column,type,item,meaning,codes,scales,missing
                                            listening_now,integer,listening,rating now,1;2;3;4;5;6;7,communication,empty
                                            """)))
    @APIResponse(responseCode = "404", description = "There is no such extract, or the caller is not on the team")
    @APIResponse(responseCode = "409", description = "extract-not-ready: it is still being written")
    @APIResponse(
            responseCode = "410",
            description = "extract-gone: it has failed, was cancelled or recalled, or expired")
    public Response codebook(@PathParam("key") String key, @PathParam("extract") UUID id) {
        Extract extract = ready(key, id);
        return Response.ok(extracts.codebook(id), Format.CSV.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, named(extract.codebookName()))
                .build();
    }

    private Extract ready(String key, UUID id) {
        team.study(key);
        Extract extract = extracts.find(key, id)
                .orElseThrow(() -> Refusal.notFound("extract").problem());
        if (extract.state().isUnderWay()) {
            throw Refusal.conflict("extract-not-ready", "The extract is still being written")
                    .problem();
        }
        boolean over =
                extract.expiresAt().filter(end -> !end.isAfter(clock.instant())).isPresent();
        if (extract.state() != State.READY || over || !agreements.sharing(key).containsAll(extract.institutions())) {
            throw Refusal.of("extract-gone", Response.Status.GONE, "The extract is no longer there; ask for a new one")
                    .problem();
        }
        return extract;
    }

    private static String named(String file) {
        return "attachment; filename=\"" + file + "\"";
    }
}
