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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.analytics.figure.Figure;
import org.mentoringcommons.tenancy.Refusal;

/** The figures of a report, each for itself. */
@Path("/analytics/v1/studies/{key}/report/figures")
@Tag(name = "Reports")
class FigureResource {

    static final String SVG = "image/svg+xml";
    static final String VEGA_LITE = "application/vnd.vegalite.v5+json";

    private final Reading reading;
    private final Reports reports;

    FigureResource(Reading reading, Reports reports) {
        this.reading = reading;
        this.reports = reports;
    }

    /**
     * A figure that there is.
     *
     * @param name its name in addresses
     */
    record Named(@Schema(examples = "scores") String name, String title, String description) {}

    @GET
    @Authenticated
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lists the figures", description = "Names to ask for, with what each shows.")
    @APIResponse(
            responseCode = "200",
            description = "The figures in the order of the report",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Named.class),
                            examples = @ExampleObject(name = "one", value = ReportExamples.FIGURES)))
    @APIResponse(
            responseCode = "202",
            description = Soon.DESCRIPTION,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Soon.class)))
    @APIResponse(responseCode = "404", description = "There is no such study, or the caller is not on its team")
    public Response figures(
            @PathParam("key") String key,
            @HeaderParam(Purpose.HEADER) String purpose,
            @HeaderParam(Patience.HEADER) String prefer,
            @Context Request request) {
        return reading.answer(key, new Reading.Asked(purpose, prefer, request), report -> {
            List<Named> figures = report.report().figures().stream()
                    .map(figure -> new Named(figure.name(), figure.title(), figure.description()))
                    .toList();
            return new Reading.Part(Document.of(MediaType.APPLICATION_JSON, reports.write(figures)), "figures");
        });
    }

    @GET
    @Path("/{name}")
    @Authenticated
    @Produces({SVG, VEGA_LITE})
    @Operation(
            summary = "Draws a figure",
            description =
                    "As SVG with title and description for people who do not see it, light or dark as the reader's system is; or, by Accept, as a Vega-Lite 5 specification with its data inline. The same data give the same bytes.")
    @APIResponse(
            responseCode = "200",
            description = "The figure",
            content = {
                @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = VEGA_LITE, schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(
            responseCode = "202",
            description = Soon.DESCRIPTION,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Soon.class)))
    @APIResponse(responseCode = "304", description = "It is as the ETag in If-None-Match says")
    @APIResponse(
            responseCode = "404",
            description = "There is no such figure or study, or the caller is not on its team")
    public Response figure(
            @PathParam("key") String key,
            @Parameter(description = "One of the listed names") @PathParam("name") String name,
            @HeaderParam(Purpose.HEADER) String purpose,
            @HeaderParam(Patience.HEADER) String prefer,
            @Context Request request) {
        Variant chosen = request.selectVariant(Variant.mediaTypes(MediaType.valueOf(SVG), MediaType.valueOf(VEGA_LITE))
                .build());
        boolean vega = chosen != null && chosen.getMediaType().getSubtype().startsWith("vnd.vegalite");
        return reading.answer(key, new Reading.Asked(purpose, prefer, request), report -> {
            Figure figure = report.report().figures().stream()
                    .filter(found -> found.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("figure").problem());
            Document document =
                    vega ? Document.of(VEGA_LITE, reports.write(figure.vegaLite())) : Document.of(SVG, figure.svg());
            return new Reading.Part(document, "figure " + name);
        });
    }
}
