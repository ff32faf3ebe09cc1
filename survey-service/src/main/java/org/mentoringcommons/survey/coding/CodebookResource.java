package org.mentoringcommons.survey.coding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.survey.page.Page;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Codebooks are made by the platform's operator, so that institutions' codes can be counted together. */
@Path("/survey/v1/codebooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Coding", description = "Free text becomes codes: two evaluators apart, then their consensus")
class CodebookResource {

    private final Codebooks codebooks;
    private final AuditTrail trail;

    CodebookResource(Codebooks codebooks, AuditTrail trail) {
        this.codebooks = codebooks;
        this.trail = trail;
    }

    @POST
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @Transactional
    @Operation(
            summary = "Creates a version of a codebook",
            description =
                    "It is frozen at once. A version that continues another names it as `basis` and says which codes"
                            + " were merged, split or renamed; the others stay.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = CodebookView.class)))
    @APIResponse(
            responseCode = "400",
            description = "A code is there twice, or one of the basis is lost; `violations` names it")
    @APIResponse(responseCode = "409", description = "This version exists: `codebook-exists`")
    public Response create(@NotNull @Valid NewCodebook wanted, @Context UriInfo request) {
        Violations violations = wanted.violations();
        if (!violations.isEmpty()) {
            throw Refusal.badRequest("codebook-contradictory", "The codebook contradicts itself")
                    .violations(violations.all())
                    .problem();
        }
        if (wanted.basis() != null) {
            requireContinuing(wanted);
        }
        Codebook codebook = new Codebook(wanted);
        if (codebooks.find(codebook.reference()).isPresent()) {
            throw Refusal.conflict("codebook-exists", "This version of the codebook exists and is frozen")
                    .violation("version", "is taken")
                    .problem();
        }
        codebooks.add(codebook);
        trail.record(Deed.of("codebook.published", "codebook", wanted.key()).detail("version " + wanted.version()));
        return Response.created(request.getAbsolutePath())
                .entity(codebook.view())
                .build();
    }

    private void requireContinuing(NewCodebook wanted) {
        Codebook before = codebooks
                .find(new CodebookReference(wanted.key(), wanted.basis()))
                .orElseThrow(() -> Refusal.badRequest("codebook-contradictory", "The codebook contradicts itself")
                        .violation("basis", "does not exist")
                        .problem());
        Violations violations = wanted.against(before);
        if (!violations.isEmpty()) {
            throw Refusal.badRequest("codebook-contradictory", "The codebook contradicts itself")
                    .violations(violations.all())
                    .problem();
        }
    }

    @GET
    @RolesAllowed({Roles.PLATFORM_OPERATOR, Roles.EVALUATOR, Roles.INSTITUTION_ADMIN, Roles.ANALYST})
    @Transactional
    @Operation(summary = "Lists codebooks", description = "By key and version, with their codes.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` of relation `next` leads on",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = CodebookView.class)))
    public Response list(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo request) {
        String[] cursor = (after + "/").split("/", 3);
        List<CodebookView> found = codebooks.after(cursor[0], cursor[1], limit + 1).stream()
                .map(Codebook::view)
                .toList();
        return Page.of(found, limit, CodebookView::cursor, request);
    }
}
