package org.mentoringcommons.survey.history;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.page.Page;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantBinding;

/** Where answers collected elsewhere are brought under a protocol, and taken back. */
@Path(ImportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.EVALUATOR})
@Tag(name = "Imports", description = "Answers collected elsewhere, brought under the protocol they were given under")
class ImportResource {

    static final String PATH = "/survey/v1/protocols/{protocol}/imports";

    private final Importing importing;
    private final ImportWorker worker;
    private final LeftWorkshops left;
    private final TenantBinding binding;

    ImportResource(Importing importing, ImportWorker worker, LeftWorkshops left, TenantBinding binding) {
        this.importing = importing;
        this.worker = worker;
        this.left = left;
        this.binding = binding;
    }

    @POST
    @Operation(
            summary = "Prepares an import",
            description =
                    "Says what the columns of a file mean; the file follows by `PUT …/file`, first with `?dryRun=true`. The"
                            + " mapping is checked against what was asked. For administrators, and evaluators whom the"
                            + " protocol names.")
    @APIResponse(
            responseCode = "201",
            description = "It expects its file",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "400", description = "`mapping-unfit`; `violations` names the field")
    @APIResponse(responseCode = "404", description = "No such protocol, or it is not for the caller")
    @APIResponse(responseCode = "409", description = "`imports-kept`: there are as many as are kept")
    public Response prepare(@PathParam("protocol") UUID protocol, @NotNull @Valid NewImport wanted) {
        Import one = importing.prepare(protocol, wanted);
        return Response.created(URI.create(ImportView.address(one)))
                .entity(importing.view(one))
                .build();
    }

    @GET
    @Operation(summary = "Lists imports", description = "Of a protocol, in the order of their ids.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` of relation `next` leads on",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ImportView.class)))
    @APIResponse(responseCode = "404", description = "No such protocol, or it is not for the caller")
    public Response list(
            @PathParam("protocol") UUID protocol,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo request) {
        List<ImportView> found = importing.after(protocol, after, limit + 1).stream()
                .map(importing::view)
                .toList();
        return Page.of(found, limit, one -> one.id().toString(), request);
    }

    @GET
    @Path("/{import}")
    @Operation(
            summary = "Shows how far an import is",
            description = "And what came of it, by whom and from where. Of no line, answer or person.")
    @APIResponse(
            responseCode = "200",
            description = "The import",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "404", description = "No such import, or its protocol is not for the caller")
    public ImportView show(@PathParam("protocol") UUID protocol, @PathParam("import") UUID id) {
        return importing.view(importing.find(protocol, id));
    }

    @DELETE
    @Path("/{import}")
    @Operation(
            summary = "Cancels an import, or takes it back",
            description =
                    "Before its answers are there, nothing of it will be. After that, they go as answers go that are"
                            + " withdrawn, with the codes of their words, with waves that have no other, and with workshops"
                            + " put on record for it that nobody else uses. Ask again while it is 202; with the last answer"
                            + " workshops go, as far as the caller may remove them.")
    @APIResponse(responseCode = "202", description = "Answers are being taken back")
    @APIResponse(responseCode = "204", description = "Nothing of it is there")
    @APIResponse(responseCode = "404", description = "No such import, or its protocol is not for the caller")
    @APIResponse(
            responseCode = "409",
            description =
                    "`import-leaned-on`: later ones, named in `imports`, found lines of it here; take those back first")
    public Response end(@PathParam("protocol") UUID protocol, @PathParam("import") UUID id) {
        importing.end(protocol, id);
        Import one = importing.find(protocol, id);
        if (one.state() == State.UNDOING) {
            worker.workNow(binding.tenant().orElseThrow(), one);
            one = importing.find(protocol, id);
        }
        if (one.state() == State.UNDOING) {
            return Response.accepted()
                    .location(URI.create(ImportView.address(one)))
                    .build();
        }
        left.remove(one.id());
        return Response.noContent().build();
    }
}
