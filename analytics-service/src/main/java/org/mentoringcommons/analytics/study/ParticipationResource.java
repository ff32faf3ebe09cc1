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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;

/** Where an institution's administrator lets it take part in a study, and takes it out again. */
@Path(StudyResource.PATH + "/{key}/participation")
@RolesAllowed(Roles.INSTITUTION_ADMIN)
@Transactional
@Tag(name = "Participation", description = "The caller's institution in a study")
class ParticipationResource {

    private final Studies studies;
    private final Agreements agreements;
    private final AgreementTexts texts;
    private final SiteAgreements sites;
    private final Caller caller;
    private final Clock clock;
    private final AuditTrail trail;

    ParticipationResource(
            Studies studies,
            Agreements agreements,
            AgreementTexts texts,
            SiteAgreements sites,
            Caller caller,
            Clock clock,
            AuditTrail trail) {
        this.studies = studies;
        this.agreements = agreements;
        this.texts = texts;
        this.sites = sites;
        this.caller = caller;
        this.clock = clock;
        this.trail = trail;
    }

    @POST
    @Operation(
            summary = "Joins a study",
            description =
                    "From now on the study's team sees the institution's consented research rows. Names the version of the"
                            + " agreement's text that is in force; an institution under an older one agrees anew likewise.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewParticipation.class),
                            examples = @ExampleObject(name = "agreement", value = Examples.AGREEMENT)))
    @APIResponse(
            responseCode = "201",
            description = "Joined",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ParticipationView.class),
                            examples = @ExampleObject(name = "joined", value = Examples.JOINED)))
    @APIResponse(responseCode = "404", description = "There is no such study")
    @APIResponse(
            responseCode = "409",
            description =
                    "agreement-not-in-force: another version of the text is; participation-exists: takes part already,"
                            + " under the text in force")
    public Response join(@PathParam("key") String key, @NotNull @Valid NewParticipation participation) {
        studies.lock(key).orElseThrow(() -> Refusal.notFound("study").problem());
        int inForce = texts.inForce(key).map(AgreementTextView::version).orElse(0);
        if (participation.agreement() != inForce) {
            throw Refusal.conflict("agreement-not-in-force", "This version of the agreement's text is not in force")
                    .violation("agreement", "the version in force is " + inForce)
                    .problem();
        }
        agreements
                .inForce(key, institution())
                .filter(agreement -> agreement.textVersion() < inForce)
                .ifPresent(older -> agreements.renew(older, caller.subject(), now()));
        if (!agreements.join(key, institution(), inForce, caller.subject(), now())) {
            throw Refusal.conflict("participation-exists", "The institution takes part already")
                    .problem();
        }
        trail.record(Deed.of("study.joined", "study", key)
                .institution(institution())
                .detail("agreement text version " + inForce));
        return Response.created(URI.create(StudyResource.PATH + "/" + key + "/participation"))
                .entity(shown(key))
                .build();
    }

    @GET
    @Operation(summary = "Shows the agreement in force", description = "Of the caller's institution.")
    @APIResponse(
            responseCode = "200",
            description = "It takes part",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ParticipationView.class),
                            examples = @ExampleObject(name = "joined", value = Examples.JOINED)))
    @APIResponse(responseCode = "404", description = "It does not")
    public ParticipationView participation(@PathParam("key") String key) {
        return shown(key);
    }

    @DELETE
    @Operation(
            summary = "Leaves a study",
            description = "At once: the next report is without the institution. That it took part stays on record.")
    @APIResponse(responseCode = "204", description = "Left")
    @APIResponse(responseCode = "404", description = "It does not take part")
    public void leave(@PathParam("key") String key) {
        studies.lock(key);
        inForce(key).leave(caller.subject(), now());
        sites.withdraw(key, institution(), caller.subject(), now());
        trail.record(Deed.of("study.left", "study", key).institution(institution()));
    }

    private ParticipationView shown(String key) {
        return inForce(key).view(agreements.sharing(key));
    }

    private Agreement inForce(String key) {
        return agreements.inForce(key, institution()).orElseThrow(() -> Refusal.notFound("participation")
                .problem());
    }

    private Tenant institution() {
        return caller.institution().orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
