package org.mentoringcommons.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Where those responsible read who did what in this service. */
@Path("/{service}/v1/audit")
@RolesAllowed({Roles.PLATFORM_OPERATOR, Roles.HUB_ADMIN, Roles.INSTITUTION_ADMIN})
@Tag(name = "Audit", description = "Who did what, when and why; nobody can alter it")
class AuditResource {

    static final String CSV = "text/csv";
    private static final int EXPORTED_AT_ONCE = 500;

    private final Deeds deeds;
    private final AuditReach reach;
    private final String name;

    AuditResource(Deeds deeds, AuditReach reach, @ConfigProperty(name = "exchange.service") String name) {
        this.deeds = deeds;
        this.reach = reach;
        this.name = name;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Lists deeds, newest first",
            description = "Administrators see their institution's, hub administrators their hub's in the registry, "
                    + "platform operators the platform's. As CSV, by Accept, all that match come in one stream.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` of relation `next` leads to older ones",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = RecordedDeed.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "A filter cannot be read; `violations` names it")
    public Response list(
            @PathParam("service") String service,
            @BeanParam DeedFilter filter,
            @QueryParam("after") @Parameter(description = "The last deed of the page before") UUID after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        List<RecordedDeed> found = deeds.before(after, wanted(service, filter), limit + 1);
        if (found.size() <= limit) {
            return Response.ok(found).build();
        }
        List<RecordedDeed> shown = found.subList(0, limit);
        Link next = Link.fromUri(request.getRequestUriBuilder()
                        .replaceQueryParam("after", shown.get(limit - 1).id())
                        .build())
                .rel("next")
                .build();
        return Response.ok(List.copyOf(shown)).links(next).build();
    }

    /** All that match, read a page at a time while they are sent: neither memory nor a transaction is held for long. */
    @GET
    @Produces(CSV + ";qs=0.5") // who accepts anything gets JSON
    @Operation(hidden = true) // the same operation, in the document's eyes
    public StreamingOutput export(@PathParam("service") String service, @BeanParam DeedFilter filter) {
        Deeds.Wanted wanted = wanted(service, filter);
        return out -> write(wanted, out);
    }

    private Deeds.Wanted wanted(String service, DeedFilter filter) {
        if (!name.equals(service)) {
            throw Refusal.notFound("service").problem();
        }
        return filter.within(reach.scope());
    }

    private void write(Deeds.Wanted wanted, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        DeedCsv csv = new DeedCsv(writer);
        UUID last = null;
        List<RecordedDeed> page;
        do {
            page = deeds.before(last, wanted, EXPORTED_AT_ONCE);
            for (RecordedDeed deed : page) {
                csv.print(deed);
                last = deed.id();
            }
        } while (page.size() == EXPORTED_AT_ONCE);
        writer.flush();
    }
}
