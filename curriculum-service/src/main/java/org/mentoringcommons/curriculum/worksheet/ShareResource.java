package org.mentoringcommons.curriculum.worksheet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.curriculum.http.Unkept;
import org.mentoringcommons.curriculum.paging.Page;
import org.mentoringcommons.curriculum.person.Other;
import org.mentoringcommons.curriculum.person.People;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantBinding;

/** Showing a sheet to a named person, and no longer. */
@Path(SheetResource.PATH + "/{sheet}/shares")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed(Roles.PARTICIPANT)
@Unkept
@Tag(name = "Worksheets")
class ShareResource {

    private static final Duration USUALLY = Duration.ofDays(365);
    private static final Duration AT_MOST = Duration.ofDays(730);

    private final FilledSheets sheets;
    private final Shares shares;
    private final People people;
    private final Other other;
    private final TenantBinding binding;
    private final AuditTrail trail;
    private final Clock clock;

    ShareResource(
            FilledSheets sheets,
            Shares shares,
            People people,
            Other other,
            TenantBinding binding,
            AuditTrail trail,
            Clock clock) {
        this.sheets = sheets;
        this.shares = shares;
        this.people = people;
        this.other = other;
        this.binding = binding;
        this.trail = trail;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Shows one's own sheet to a person",
            description =
                    """
                    Of the same institution, who has opened their own worksheets once. They read the sheet as it is now and \
                    as it is saved later, not what it said before, until the owner revokes it or the time is over. Shown \
                    again to the same person, the time is changed.""")
    @APIResponseSchema(value = ShareView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "The caller has no such sheet, or nobody of that account is known")
    public Response share(@PathParam("sheet") UUID id, @Valid @NotNull NewShare wanted) {
        FilledSheet sheet = sheets.own(id);
        Instant now = clock.instant();
        Instant until = Objects.requireNonNullElse(wanted.until(), now.plus(USUALLY));
        if (!until.isAfter(now) || until.isAfter(now.plus(AT_MOST))) {
            throw WorksheetProblem.sharedTooLong((int) AT_MOST.toDays());
        }
        Shares.Share share = shares.put(sheet.id(), other.of(wanted.with()), until);
        note("worksheet.shared", id);
        return Response.created(URI.create(SheetResource.PATH + "/" + id + "/shares/" + share.id()))
                .entity(views(List.of(share)).get(0))
                .build();
    }

    @GET
    @Operation(
            summary = "Lists to whom one's own sheet is shown",
            description = "Also those whose time is over, in the order of their ids.")
    @APIResponseSchema(ShareView[].class)
    @APIResponse(responseCode = "404", description = "The caller has no such sheet")
    public Response list(
            @PathParam("sheet") UUID id,
            @QueryParam("after") @DefaultValue(SheetResource.BEFORE_ALL) UUID after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(300) int limit,
            @Context UriInfo request) {
        Page<Shares.Share> page = Page.of(shares.of(sheets.own(id).id(), after, limit + 1), limit, share -> share.id()
                .toString());
        return new Page<>(views(page.items()), page.next()).answer(request);
    }

    @DELETE
    @Path("/{share}")
    @Operation(summary = "Shows a sheet to a person no longer", description = "From now on it does not exist for them.")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(responseCode = "404", description = "The caller has no such sheet, or it is not shown so")
    public Response revoke(@PathParam("sheet") UUID id, @PathParam("share") UUID share) {
        if (!shares.revoke(sheets.own(id).id(), share)) {
            throw WorksheetProblem.noSuchShare();
        }
        note("worksheet.unshared", id);
        return Response.noContent().build();
    }

    private List<ShareView> views(List<Shares.Share> found) {
        Map<String, String> names =
                people.names(found.stream().map(Shares.Share::reader).toList());
        return found.stream()
                .map(share ->
                        new ShareView(share.id(), names.getOrDefault(share.reader(), ""), share.since(), share.until()))
                .toList();
    }

    private void note(String action, UUID sheet) {
        trail.record(Deed.of(action, "worksheet", sheet.toString())
                .institution(binding.tenant().orElseThrow()));
    }
}
