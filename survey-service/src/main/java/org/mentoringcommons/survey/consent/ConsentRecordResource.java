package org.mentoringcommons.survey.consent;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.page.HtmlPage;

/** The consent record for portals. */
@Path("/survey/v1/consent-records/{record}")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consent records")
class ConsentRecordResource {

    private final ConsentRecords records;

    ConsentRecordResource(ConsentRecords records) {
        this.records = records;
    }

    @GET
    @Operation(
            summary = "Shows a consent record",
            description =
                    "`record` is the last part of the address that an answer's receipt names. That it is shown proves"
                            + " that it is genuine.")
    @APIResponse(
            responseCode = "200",
            description = "What was read and decided",
            content = @Content(schema = @Schema(implementation = ConsentRecordView.class)))
    @APIResponse(responseCode = "404", description = "We did not make this record: `consent-record-not-found`")
    public Response show(@PathParam("record") String code) {
        return HtmlPage.secret(Response.ok(records.view(records.open(code)))).build();
    }
}
