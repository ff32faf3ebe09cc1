package org.mentoringcommons.survey.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.dataset.Sheet;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/** Where the files of an export are fetched. Each fetching is recorded before the first byte leaves. */
@Path(ExportResource.PATH + "/{export}/files/{sheet}")
@RolesAllowed(Roles.EVALUATOR)
@Tag(name = "Exports")
class FetchResource {

    private final Ordering ordering;
    private final Parts parts;
    private final TenantBinding binding;

    FetchResource(Ordering ordering, Parts parts, TenantBinding binding) {
        this.ordering = ordering;
        this.parts = parts;
        this.binding = binding;
    }

    @GET
    @Produces("*/*")
    @Operation(
            summary = "Fetches a file of an export",
            description =
                    "Until it expires, or an answer in it is withdrawn, also while it is being fetched: it then ends short"
                            + " of its announced length. In `data` a line is a person; a pair is two columns, `_then` and"
                            + " `_now`; what is missing is empty. Texts that a spreadsheet would run begin with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "The file, named in `Content-Disposition`",
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "one person",
                                        value =
                                                """
                                        response,population,wave,occasion,workshop,curriculum,workshop_day,instrument,instrument_version,unfinished,listening_then,listening_now,plans_written,plans___Agenda
                                        1d0a4b77-6f0b-4ac0-8a3e-9a5d0c7e1f55,consented,8f6f2c1e-3f3b-4f0e-8a53-0f7ad9a7c1de,workshop,6f1f5a0e-6a5a-4f0e-9c53-0d7a5b1c2e90,entering-mentoring,2026-03-02,skills,1,0,4,6,1,1
                                        """)),
                @Content(
                        mediaType = "application/x-spss-sav",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "text/plain",
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "part of the syntax beside CSV",
                                        value =
                                                """
                                        VARIABLE LABELS listening_now
                                          'Listening (now)'.
                                        VALUE LABELS listening_now
                                          1 'not at all'
                                          7 'very well'.
                                        """)),
                @Content(
                        mediaType = "application/fhir+ndjson",
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "one person",
                                        value =
                                                """
                                        {"resourceType":"QuestionnaireResponse","id":"1d0a4b77-6f0b-4ac0-8a3e-9a5d0c7e1f55","meta":{"tag":[{"system":"https://survey.example/fhir/tag/population","code":"consented"}]},"questionnaire":"https://survey.example/fhir/Questionnaire/skills|1","status":"completed","item":[{"linkId":"listening","item":[{"linkId":"listening.then","answer":[{"valueCoding":{"system":"https://survey.example/fhir/Questionnaire/skills/1/listening","code":"4","display":"4"}}]}]}]}
                                        """))
            })
    @APIResponse(responseCode = "404", description = "No such file or export, or its protocol does not name the caller")
    @APIResponse(responseCode = "409", description = "`export-not-ready`: it is still being written")
    @APIResponse(
            responseCode = "410",
            description = "`export-gone`: it has failed, was cancelled or recalled, or expired")
    public Response fetch(
            @PathParam("protocol") UUID protocol,
            @PathParam("export") UUID id,
            @PathParam("sheet") @Parameter(schema = @Schema(implementation = Sheet.class)) String word) {
        Export export = ordering.find(protocol, id);
        Sheet sheet = Sheet.of(word)
                .filter(known -> export.format().has(known))
                .orElseThrow(() -> Refusal.notFound("file").problem());
        ordering.fetch(protocol, id, word);
        long bytes = Optional.ofNullable(parts.sizes(id).get(sheet)).orElseThrow(Ordering::gone);
        Tenant institution = binding.tenant().orElseThrow();
        StreamingOutput content = out -> parts.copy(institution, id, sheet, bytes, out);
        return Response.ok(content, export.format().mediaType(sheet))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_LENGTH, bytes)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + export.format().fileName(export.name(), sheet) + "\"")
                .build();
    }
}
