package org.mentoringcommons.survey.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.dataset.Sheet;
import org.mentoringcommons.survey.page.Page;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantBinding;

/** Where evaluators named on a protocol ask for its answers as files. */
@Path(ExportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.EVALUATOR)
@Tag(name = "Exports", description = "Answers as files, for the evaluators whom their protocol names")
class ExportResource {

    static final String PATH = "/survey/v1/protocols/{protocol}/exports";

    private final Ordering ordering;
    private final ExportWorker worker;
    private final Parts parts;
    private final TenantBinding binding;

    ExportResource(Ordering ordering, ExportWorker worker, Parts parts, TenantBinding binding) {
        this.ordering = ordering;
        this.worker = worker;
        this.parts = parts;
        this.binding = binding;
    }

    @POST
    @Operation(
            summary = "Asks for answers as files",
            description =
                    "Of waves under the protocol that are over, of one population: `consented`, who gave their answers for"
                            + " research, or `evaluated`, all who answered. A small export is written at once, a larger one in"
                            + " the background; look at it until it is ready. No answer has a time: days are the workshop's."
                            + " Words people wrote are in no file; what they were coded as is. Who asked, when and what for"
                            + " stays on record.")
    @APIResponse(
            responseCode = "201",
            description = "It is written, and can be fetched",
            content = @Content(schema = @Schema(implementation = ExportView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is going to be written",
            content = @Content(schema = @Schema(implementation = ExportView.class)))
    @APIResponse(
            responseCode = "400",
            description = "`export-impossible`, or something is missing; `violations` names the field")
    @APIResponse(responseCode = "404", description = "No such protocol, or it does not name the caller")
    @APIResponse(
            responseCode = "409",
            description =
                    "`no-wave-over`: nothing that is wanted is over; `exports-under-way`: as many as one person may"
                            + " ask for at once; `exports-kept`: as many as one person may have, under way or ready to be"
                            + " fetched: fetch earlier ones and delete them")
    public Response order(@PathParam("protocol") UUID protocol, @NotNull @Valid NewExport wanted) {
        UUID id = ordering.order(protocol, wanted).id();
        worker.writeNow(binding.tenant().orElseThrow(), ordering.find(protocol, id));
        Export export = ordering.find(protocol, id);
        return Response.status(export.state() == State.READY ? Response.Status.CREATED : Response.Status.ACCEPTED)
                .location(URI.create(ExportView.address(export)))
                .entity(view(export))
                .build();
    }

    @GET
    @Operation(summary = "Lists exports", description = "Of all evaluators of the protocol, in the order of their ids.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` of relation `next` leads on",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ExportView.class)))
    @APIResponse(responseCode = "404", description = "No such protocol, or it does not name the caller")
    public Response list(
            @PathParam("protocol") UUID protocol,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo request) {
        List<ExportView> found = ordering.after(protocol, after, limit + 1).stream()
                .map(this::view)
                .toList();
        return Page.of(found, limit, export -> export.id().toString(), request);
    }

    @GET
    @Path("/{export}")
    @Operation(summary = "Shows how far an export is", description = "And, once it is ready, where to fetch its files.")
    @APIResponse(
            responseCode = "200",
            description = "The export",
            content = @Content(schema = @Schema(implementation = ExportView.class)))
    @APIResponse(responseCode = "404", description = "No such export, or its protocol does not name the caller")
    public ExportView show(@PathParam("protocol") UUID protocol, @PathParam("export") UUID id) {
        return view(ordering.find(protocol, id));
    }

    @DELETE
    @Path("/{export}")
    @Operation(
            summary = "Cancels an export",
            description =
                    "It is not written on and not handed out any more, also one that is ready: its files are deleted. That it was"
                            + " asked for stays on record.")
    @APIResponse(responseCode = "204", description = "Cancelled, or over before")
    @APIResponse(responseCode = "404", description = "No such export, or its protocol does not name the caller")
    public void cancel(@PathParam("protocol") UUID protocol, @PathParam("export") UUID id) {
        ordering.cancel(protocol, id);
    }

    private ExportView view(Export export) {
        Map<Sheet, Long> sizes = export.state() == State.READY ? parts.sizes(export.id()) : Map.of();
        return ExportView.of(export, sizes);
    }
}
