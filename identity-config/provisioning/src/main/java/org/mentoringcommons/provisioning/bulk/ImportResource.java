package org.mentoringcommons.provisioning.bulk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.provisioning.keycloak.KeycloakAway;
import org.mentoringcommons.provisioning.reconciliation.Reconciler;
import org.mentoringcommons.tenancy.Roles;

/** Where a hub's administrators provision many institutions at once. */
@Path("/identity/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR})
@Tag(name = "Imports", description = "Many institutions from one file")
class ImportResource {

    private final Importing importing;
    private final Imports imports;
    private final Reconciler reconciler;

    ImportResource(Importing importing, Imports imports, Reconciler reconciler) {
        this.importing = importing;
        this.imports = imports;
        this.reconciler = reconciler;
    }

    @POST
    @Consumes("text/csv")
    @Operation(
            summary = "Provisions all institutions of a file",
            description =
                    "CSV, UTF-8, at most 1000 institutions, with the columns alias, name, hub, kind, timeZone and domains "
                            + "(several are separated by spaces) and, if wanted, username, email, firstName and lastName of each "
                            + "administrator, who sets a password later. If anything is wrong, all of it is told by line and "
                            + "column, and nothing is done. Otherwise the work goes on after the answer. Only if Keycloak is away "
                            + "meanwhile, a taken user name or address is found afterwards, and told with the progress.")
    @APIResponseSchema(value = ImportView.class, responseCode = "202")
    @APIResponse(responseCode = "200", description = "Of a dry run: all is in order")
    @APIResponse(responseCode = "202", description = "All are wanted; Location says how far they are")
    @APIResponse(responseCode = "400", description = "Something is wrong; violations name each line and column")
    @APIResponse(
            responseCode = "503",
            description = "Of a dry run: Keycloak is away, so it is not known whose user names and addresses are taken")
    public RestResponse<ImportView> take(
            @Parameter(description = "Only look") @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema =
                                                    @Schema(
                                                            type =
                                                                    org.eclipse.microprofile.openapi.annotations.enums
                                                                            .SchemaType.STRING)))
                    byte[] file) {
        if (dryRun) {
            return RestResponse.ok(importing.check(KeycloakAway.orRefusal(() -> importing.read(file, true))));
        }
        UUID id = importing.take(importing.read(file, false));
        reconciler.soon();
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, imports.get(id))
                .location(URI.create("/identity/v1/imports/" + id))
                .build();
    }

    @GET
    @Path("/{import}")
    @Operation(summary = "Shows how far an import is", description = "To whoever asked for it, and to operators.")
    @APIResponse(responseCode = "200", description = "The import")
    @APIResponse(responseCode = "404", description = "There is no such import, or not for the caller")
    public ImportView get(@PathParam("import") UUID id) {
        return imports.get(id);
    }
}
