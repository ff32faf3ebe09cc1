package org.mentoringcommons.analytics.report;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a study's team reads its report. No organization is needed: the team is people from any institution. */
@Path("/analytics/v1/studies/{key}/report")
@Tag(name = "Reports", description = "Unsuppressed results for a study's own team")
class ReportResource {

    private final Reading reading;
    private final Reports reports;

    ReportResource(Reading reading, Reports reports) {
        this.reading = reading;
        this.reports = reports;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, ReportCsv.TYPE, Page.TYPE})
    @Operation(
            summary = "Reads the report",
            description =
                    "All tables the study declared, as the data stand now, with n, interval and method on every figure; as JSON or, by Accept, as tidy CSV or as a page to print. JSON and CSV are unrounded. The watermark names the state of the data; the same state gives the same ETag. Each reading is recorded with its purpose.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Report.class),
                        examples = @ExampleObject(name = "one figure", value = ReportExamples.JSON)),
                @Content(
                        mediaType = ReportCsv.TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "two figures", value = ReportExamples.CSV)),
                @Content(mediaType = Page.TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "202",
            description = Soon.DESCRIPTION,
            headers =
                    @Header(name = "Retry-After", description = "Seconds", schema = @Schema(type = SchemaType.INTEGER)),
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Soon.class)),
                @Content(mediaType = Page.TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "It is as the ETag in If-None-Match says")
    @APIResponse(responseCode = "400", description = "The purpose cannot go on record")
    @APIResponse(responseCode = "404", description = "There is no such study, or the caller is not on its team")
    @APIResponse(
            responseCode = "503",
            description =
                    "report-failed: computing came to nothing, asking again begins anew; too-many-reports; rebuilding")
    public Response report(
            @PathParam("key") String key,
            @Parameter(description = "What it is read for; without it, the purpose the study declared")
                    @HeaderParam(Purpose.HEADER)
                    String purpose,
            @Parameter(
                            description =
                                    "wait=3 to be kept waiting 3 seconds at most while it is computed, respond-async for not at all")
                    @HeaderParam(Patience.HEADER)
                    String prefer,
            @Context Request request) {
        return reading.answer(key, new Reading.Asked(purpose, prefer, request), report -> {
            Document document = document(report, request);
            return new Reading.Part(document, document.type());
        });
    }

    private Document document(KeptReport report, Request request) {
        Variant chosen = request.selectVariant(Variant.mediaTypes(
                        MediaType.APPLICATION_JSON_TYPE, new MediaType("text", "csv"), MediaType.TEXT_HTML_TYPE)
                .build());
        String type = chosen == null
                ? MediaType.APPLICATION_JSON
                : chosen.getMediaType().getType() + "/" + chosen.getMediaType().getSubtype();
        return switch (type) {
            case ReportCsv.TYPE -> report.document("csv", found -> Document.of(type, ReportCsv.of(found)));
            case Page.TYPE -> report.document("page", found -> Document.of(type, Page.of(found)));
            default -> reports.json(report);
        };
    }
}
