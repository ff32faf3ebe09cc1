package org.mentoringcommons.analytics.study;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;

/** Where an institution's administrator lets releases of a study name it, and lets later ones do so no more. */
@Path(StudyResource.PATH + "/{key}/participation/site")
@RolesAllowed(Roles.INSTITUTION_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@Tag(name = "Participation")
class SiteAgreementResource {

    private static final String AGREEMENT = "{\"agreement\": 1}";

    private final Studies studies;
    private final Agreements agreements;
    private final SiteAgreements sites;
    private final Caller caller;
    private final Clock clock;
    private final AuditTrail trail;

    SiteAgreementResource(
            Studies studies,
            Agreements agreements,
            SiteAgreements sites,
            Caller caller,
            Clock clock,
            AuditTrail trail) {
        this.studies = studies;
        this.agreements = agreements;
        this.sites = sites;
        this.caller = caller;
        this.clock = clock;
        this.trail = trail;
    }

    @GET
    @Path("/text")
    @Operation(summary = "Reads what is agreed to", description = "The words in force, with their version.")
    @APIResponseSchema(SiteAgreementText.class)
    @APIResponse(responseCode = "404", description = "There is no such study")
    public SiteAgreementText text(@PathParam("key") String key) {
        return studies.find(key).map(study -> SiteAgreementText.IN_FORCE).orElseThrow(() -> Refusal.notFound("study")
                .problem());
    }

    @POST
    @Operation(
            summary = "Lets releases name the institution",
            description =
                    "Later releases of the study may say what the institution's people gained, where enough of them answered"
                            + " and nobody else is told of by it. Whoever the study's first release does not name is named by"
                            + " no later one.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewParticipation.class),
                            examples = @ExampleObject(name = "agreement", value = AGREEMENT)))
    @APIResponseSchema(value = SiteAgreementView.class, responseCode = "201", responseDescription = "Agreed")
    @APIResponse(responseCode = "404", description = "participation-not-found: it does not take part in the study")
    @APIResponse(
            responseCode = "409",
            description =
                    "agreement-not-in-force: another version of the words is; site-agreement-exists: it agreed already")
    public Response agree(@PathParam("key") String key, @NotNull @Valid NewParticipation wanted) {
        studies.lock(key).orElseThrow(() -> Refusal.notFound("study").problem());
        if (agreements.inForce(key, institution()).isEmpty()) {
            throw Refusal.notFound("participation").problem();
        }
        if (wanted.agreement() != SiteAgreementText.VERSION) {
            throw Refusal.conflict("agreement-not-in-force", "This version of the words is not in force")
                    .violation("agreement", "the version in force is " + SiteAgreementText.VERSION)
                    .problem();
        }
        if (!sites.agree(key, institution(), caller.subject(), now())) {
            throw Refusal.conflict("site-agreement-exists", "The institution agreed already")
                    .problem();
        }
        trail.record(Deed.of("study.site-agreed", "study", key)
                .institution(institution())
                .detail("words version " + SiteAgreementText.VERSION));
        return Response.created(URI.create(StudyResource.PATH + "/" + key + "/participation/site"))
                .entity(agreement(key))
                .build();
    }

    @GET
    @Operation(summary = "Shows the agreement to be named", description = "Of the caller's institution.")
    @APIResponseSchema(SiteAgreementView.class)
    @APIResponse(responseCode = "404", description = "site-agreement-not-found")
    public SiteAgreementView agreement(@PathParam("key") String key) {
        return sites.inForce(key, institution()).orElseThrow(SiteAgreementResource::none);
    }

    @DELETE
    @Operation(
            summary = "Withdraws it",
            description = "No release that is frozen from now on names the institution; what is frozen stays as it is.")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    @APIResponse(responseCode = "404", description = "site-agreement-not-found")
    public void withdraw(@PathParam("key") String key) {
        studies.lock(key).orElseThrow(SiteAgreementResource::none);
        if (!sites.withdraw(key, institution(), caller.subject(), now())) {
            throw none();
        }
        trail.record(Deed.of("study.site-withdrawn", "study", key).institution(institution()));
    }

    private static RuntimeException none() {
        return Refusal.notFound("site-agreement").problem();
    }

    private Tenant institution() {
        return caller.institution().orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
