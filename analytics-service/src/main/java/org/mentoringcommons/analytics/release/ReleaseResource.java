package org.mentoringcommons.analytics.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.analytics.paging.Page;
import org.mentoringcommons.analytics.report.Purpose;
import org.mentoringcommons.tenancy.Roles;

/** Where frozen releases are read. Nothing in a request selects people: a document is there, or it is not. */
@Path(ReleaseResource.PATH)
@RolesAllowed({Roles.ANALYST, Roles.PLATFORM_OPERATOR, Roles.HUB_ADMIN, Roles.INSTITUTION_ADMIN, Roles.EVALUATOR})
@Transactional
@Tag(name = "Releases", description = "What was published: numbered, frozen, to be cited")
class ReleaseResource {

    static final String PATH = "/analytics/v1/releases";
    static final String CSV = "text/csv";
    static final String PAGE = "text/html";
    static final String SVG = "image/svg+xml";
    static final String VEGA_LITE = "application/vnd.vegalite.v5+json";
    private static final String SAID = "What it is read for; without it, the purpose the release was published for";

    private final Releases releases;
    private final Opening opening;

    ReleaseResource(Releases releases, Opening opening) {
        this.releases = releases;
        this.opening = opening;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Lists the releases",
            description = "Of all studies, by number; withdrawn ones too, which say so.")
    @APIResponse(
            responseCode = "200",
            description = "A page; the Link header leads to the next",
            content = @Content(schema = @Schema(implementation = ReleaseView[].class)))
    public RestResponse<List<ReleaseView>> list(
            @QueryParam("after") @DefaultValue("0") int after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo request) {
        return Page.of(releases.after(after, limit), limit)
                .map(ReleaseView::of)
                .answer(request, release -> Integer.toString(release.number()));
    }

    @GET
    @Path("/{number}")
    @Produces({MediaType.APPLICATION_JSON, CSV, PAGE})
    @Operation(
            summary = "Reads a release",
            description =
                    "As JSON or, by Accept, as tidy CSV or as a page to print: the bytes that were frozen, with their"
                            + " SHA-256 in Repr-Digest. A figure that is not shown has the status suppressed, whatever the reason."
                            + " Each reading is recorded with its purpose. A withdrawn release is still read; a Link leads to the"
                            + " erratum.")
    @APIResponse(
            responseCode = "200",
            description = "The release",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReleaseDocument.class),
                        examples = @ExampleObject(name = "beginning", value = ReleaseExamples.JSON)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "two figures", value = ReleaseExamples.CSV)),
                @Content(mediaType = PAGE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "It is as the ETag in If-None-Match says")
    @APIResponse(responseCode = "400", description = "The purpose cannot go on record")
    @APIResponse(responseCode = "404", description = "There is no such release")
    public Response release(
            @PathParam("number") int number,
            @Parameter(description = SAID) @HeaderParam(Purpose.HEADER) String purpose,
            @Context Request request) {
        return opening.answer(number, Documents.form(request), purpose, request);
    }

    @GET
    @Path("/{number}/codebook")
    @Produces({CSV, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Reads what the columns, measures and states of the CSV mean",
            description = "One line a word.")
    @APIResponse(
            responseCode = "200",
            description = "The codebook",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "There is no such release")
    public Response codebook(
            @PathParam("number") int number, @HeaderParam(Purpose.HEADER) String purpose, @Context Request request) {
        return opening.answer(number, Documents.CODEBOOK, purpose, request);
    }

    @GET
    @Path("/{number}/metadata")
    @Produces({Citation.TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Reads how a release is cited",
            description = "JSON-LD after schema.org and DataCite: title, creator, publisher, year, identifier, hashes.")
    @APIResponse(
            responseCode = "200",
            description = "The metadata",
            content = @Content(mediaType = Citation.TYPE, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "There is no such release")
    public Response metadata(
            @PathParam("number") int number, @HeaderParam(Purpose.HEADER) String purpose, @Context Request request) {
        return opening.answer(number, Documents.METADATA, purpose, request);
    }

    @GET
    @Path("/{number}/figures")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lists the figures of a release", description = "Names to ask for, with what each shows.")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReleaseDocument.NamedFigure[].class)))
    @APIResponse(responseCode = "404", description = "There is no such release")
    public Response figures(
            @PathParam("number") int number, @HeaderParam(Purpose.HEADER) String purpose, @Context Request request) {
        return opening.answer(number, Documents.FIGURES, purpose, request);
    }

    @GET
    @Path("/{number}/figures/{name}")
    @Produces({SVG, VEGA_LITE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Reads a figure of a release",
            description =
                    "As SVG with title and description for people who do not see it, or as a Vega-Lite 5 specification.")
    @APIResponse(
            responseCode = "200",
            description = "The figure",
            content = {
                @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = VEGA_LITE, schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(responseCode = "404", description = "There is no such release, or it has no such figure")
    public Response figure(
            @PathParam("number") int number,
            @PathParam("name") String name,
            @HeaderParam(Purpose.HEADER) String purpose,
            @Context Request request) {
        Variant chosen = request.selectVariant(Variant.mediaTypes(MediaType.valueOf(SVG), MediaType.valueOf(VEGA_LITE))
                .build());
        boolean vega = chosen != null && chosen.getMediaType().getSubtype().startsWith("vnd.vegalite");
        return opening.answer(number, vega ? Documents.vega(name) : Documents.svg(name), purpose, request);
    }
}
