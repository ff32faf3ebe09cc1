package org.mentoringcommons.analytics.study;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.analytics.cohort.InstrumentsOfAStudy;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Where studies are declared, before any result is seen. */
@Path("/analytics/v1/studies")
@Tag(name = "Studies", description = "What is analysed across institutions, declared before results are seen")
class StudyResource {

    private final Studies studies;
    private final InstrumentsOfAStudy instruments;
    private final Caller caller;
    private final Clock clock;

    StudyResource(Studies studies, InstrumentsOfAStudy instruments, Caller caller, Clock clock) {
        this.studies = studies;
        this.instruments = instruments;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @Transactional
    @Operation(
            summary = "Declares a study",
            description = "The declaration never changes. Institutions join by their administrator's agreement.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewStudy.class),
                            examples = @ExampleObject(name = "small", value = Examples.STUDY)))
    @APIResponse(
            responseCode = "201",
            description = "Declared",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StudyView.class)))
    @APIResponse(responseCode = "400", description = "A field contradicts another or says something unknown")
    @APIResponse(responseCode = "409", description = "The key is taken")
    public Response declare(@NotNull @Valid NewStudy declared) {
        List<Refusal.Violation> violations =
                new Declaration(declared, instruments.known(declared.inclusion())).violations();
        if (!violations.isEmpty()) {
            throw Refusal.badRequest("study-impossible", "The declaration is not possible")
                    .violations(violations)
                    .problem();
        }
        Study study = new Study(
                declared.key(),
                declared.title(),
                new Study.Definition(declared.inclusion(), declared.population(), declared.tables()),
                Set.copyOf(declared.team()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!studies.declare(study, caller.subject())) {
            throw Refusal.conflict("study-exists", "A study of this key is declared already")
                    .violation("key", "is taken")
                    .problem();
        }
        return Response.created(URI.create("/analytics/v1/studies/" + study.key()))
                .entity(StudyView.of(study))
                .build();
    }

    @GET
    @Path("/{key}")
    @Authenticated
    @Transactional
    @Operation(
            summary = "Shows a study as it was declared",
            description =
                    "For its team, for institution administrators, who decide whether to join, and for operators.")
    @APIResponse(
            responseCode = "200",
            description = "The declaration",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StudyView.class),
                            examples = @ExampleObject(name = "small", value = Examples.SHOWN)))
    @APIResponse(responseCode = "404", description = "There is no such study, or the caller is none of these people")
    public StudyView study(@PathParam("key") String key) {
        return studies.find(key)
                .filter(study -> study.isRunBy(caller.subject())
                        || caller.has(Roles.INSTITUTION_ADMIN)
                        || caller.has(Roles.PLATFORM_OPERATOR))
                .map(StudyView::of)
                .orElseThrow(() -> Refusal.notFound("study").problem());
    }
}
