package org.mentoringcommons.analytics.report;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;

/** Where a study's team reads its report. No organization is needed: the team is people from any institution. */
@Path("/analytics/v1/studies/{key}/report")
@Tag(name = "Reports", description = "Unsuppressed results for a study's own team")
class ReportResource {

    private final Studies studies;
    private final Reports reports;
    private final Accesses accesses;
    private final Caller caller;
    private final Clock clock;

    ReportResource(Studies studies, Reports reports, Accesses accesses, Caller caller, Clock clock) {
        this.studies = studies;
        this.reports = reports;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
    }

    // one transaction: no numbers leave without their access on record
    @GET
    @Authenticated
    @Transactional
    @Produces({MediaType.APPLICATION_JSON, ReportCsv.TYPE})
    @Operation(
            summary = "Reads the report",
            description =
                    "All tables the study declared, as the data stand now, unrounded, with n on every figure; as JSON or, by Accept, as tidy CSV. Each reading is recorded.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Report.class),
                        examples =
                                @ExampleObject(
                                        name = "one figure",
                                        value =
                                                """
                                        {"study": "spring-cohort", "title": "Mentoring skills after half-day workshops",
                                         "population": "consented", "sections": [{"section": "satisfaction", "rows": [
                                           {"row": "recommend", "measures": [{"measure": "percent",
                                            "value": 80.92485549132948, "n": 173, "status": "shown"}]}]}]}
                                        """)),
                @Content(
                        mediaType = ReportCsv.TYPE,
                        schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "three figures",
                                        value =
                                                """
                                        section,row,measure,value,n,status
                                        workshops,analysed,count,26,62,shown
                                        satisfaction,recommend,percent,80.92485549132948,173,shown
                                        gains,communication,gain,0.75,160,shown
                                        """))
            })
    @APIResponse(responseCode = "404", description = "There is no such study, or the caller is not on its team")
    public Report report(@PathParam("key") String key) {
        Instant now = clock.instant();
        Study study = studies.toRead(key, caller.subject(), now)
                .orElseThrow(() -> Refusal.notFound("study").problem());
        accesses.record(study.key(), caller.subject(), now);
        return reports.of(study);
    }
}
