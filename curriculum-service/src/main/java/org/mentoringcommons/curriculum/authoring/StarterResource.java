package org.mentoringcommons.curriculum.authoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.catalog.Contents;
import org.mentoringcommons.curriculum.crosswalk.ShippedCrosswalk;
import org.mentoringcommons.tenancy.Roles;

/** The project's own curricula, ready for a first workshop. */
@Path("/curriculum/v1/starter")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@Tag(name = "Packages")
class StarterResource {

    private final Importing importing;
    private final Contents contents;
    private final ShippedCrosswalk crosswalk;
    private final Clock clock;

    StarterResource(Importing importing, Contents contents, ShippedCrosswalk crosswalk, Clock clock) {
        this.crosswalk = crosswalk;
        this.importing = importing;
        this.contents = contents;
        this.clock = clock;
    }

    @PUT
    @Operation(
            summary = "Publishes the curricula that come with the software",
            description =
                    """
                    Two for mentees (early-career investigators; postdoctoral scholars) and one for mentors, complete \
                    with case studies, worksheets and notes for facilitators; and the crosswalk `starter` from their \
                    modules to the scales of the instruments that come with the software. All of it or nothing; called \
                    again, it changes nothing.""")
    @APIResponseSchema(ImportReport[].class)
    @APIResponse(responseCode = "409", description = "One of them is published with other content")
    public List<ImportReport> publish() {
        List<ImportReport> reports = Starter.packages().stream()
                .map(whole -> {
                    ImportReport report = importing.take(whole, false);
                    if (!contents.drafted(report.curriculum(), report.version()).isPublished()) {
                        contents.publish(report.curriculum(), report.version(), clock.instant());
                    }
                    return report;
                })
                .toList();
        crosswalk.say(); // it speaks of versions that are published
        return reports;
    }
}
