package org.mentoringcommons.analytics.items;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.analytics.figure.ItemBars;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/**
 * Where an institution's evaluators look how their people get through a questionnaire. For nobody else: patterns of few people
 * say of each what they did not say.
 */
@Path("/analytics/v1/item-analysis/{instrument}/{version}")
@RolesAllowed(Roles.EVALUATOR)
@Transactional
@Tag(name = "Item analysis", description = "How an institution's people get through what it asks")
class ItemAnalysisResource {

    private static final String SVG = "image/svg+xml";
    private static final String SAID = "Only answers of this workshop; without it, of all of the institution";

    private final ItemAnalysis analysis;

    ItemAnalysisResource(ItemAnalysis analysis) {
        this.analysis = analysis;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Shows completion, missing answers and consistency",
            description =
                    "Of everybody who answered in waves that are over; answers to open ones count when they close. A wave that is over"
                            + " is counted when somebody first looks, and anew only when five of its answers were withdrawn, or"
                            + " five are new: two looks around one withdrawal show the same. An item that applies to some people"
                            + " only counts as missing for the others. Imported answers are in the scales' consistency only: nobody knows what their people were"
                            + " asked. Who opened a form and never sent it is nowhere: it is not kept.")
    @APIResponse(
            responseCode = "200",
            description = "The analysis",
            content = @Content(schema = @Schema(implementation = ItemAnalysisView.class)))
    @APIResponse(
            responseCode = "404",
            description = "`asking-not-found`: the institution, or this workshop of its, was never asked this version")
    public Response show(
            @PathParam("instrument") String instrument,
            @PathParam("version") String version,
            @QueryParam("workshop") @Parameter(description = SAID) UUID workshop) {
        return unkept(Response.ok(found(instrument, version, workshop)));
    }

    @GET
    @Path("/figure")
    @Produces(SVG)
    @Operation(summary = "Draws who answered each item", description = "With a title and a description in it.")
    @APIResponse(
            responseCode = "200",
            description = "The figure",
            content = @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "`asking-not-found`")
    public Response figure(
            @PathParam("instrument") String instrument,
            @PathParam("version") String version,
            @QueryParam("workshop") @Parameter(description = SAID) UUID workshop) {
        ItemAnalysisView view = found(instrument, version, workshop);
        ItemBars bars = new ItemBars(
                "items",
                "Answers item by item",
                "Of %d people, %d answered every item. One bar an item, in the order in which they are asked."
                        .formatted(view.responded(), view.complete()),
                view.responded(),
                view.items().stream()
                        .map(item -> new ItemBars.Item(
                                item.item(), item.answered(), item.skipped(), view.responded() - item.reached()))
                        .toList());
        return unkept(Response.ok(bars.svg(), SVG));
    }

    private ItemAnalysisView found(String instrument, String version, UUID workshop) {
        return analysis.of(new InstrumentReference(instrument, version), Optional.ofNullable(workshop))
                .orElseThrow(() -> Refusal.notFound("asking").problem());
    }

    private static Response unkept(Response.ResponseBuilder answer) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return answer.cacheControl(never)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
