package org.mentoringcommons.analytics.study;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.analytics.paging.Page;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/**
 * Where a study's team is named. Operators alone decide, as they declare: a team that enlarged itself would show
 * institutions' rows to people whom nobody checked against the protocol.
 */
@Path(StudyResource.PATH + "/{key}/team")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@Tag(name = "Team", description = "The named people, of whichever institutions, who see a study's results")
class TeamResource {

    private final Studies studies;
    private final Team team;
    private final Viewing viewing;
    private final Caller caller;
    private final Clock clock;
    private final AuditTrail trail;

    TeamResource(Studies studies, Team team, Viewing viewing, Caller caller, Clock clock, AuditTrail trail) {
        this.studies = studies;
        this.team = team;
        this.viewing = viewing;
        this.caller = caller;
        this.clock = clock;
        this.trail = trail;
    }

    @GET
    @Authenticated
    @Operation(
            summary = "Lists who is and who was on the team",
            description = "For the team itself, for institution administrators and for operators.")
    @APIResponse(
            responseCode = "200",
            description = "A page; the Link header leads to the next",
            content = @Content(schema = @Schema(implementation = MembershipView[].class)))
    @APIResponse(responseCode = "404", description = "There is no such study for the caller")
    public RestResponse<List<MembershipView>> list(
            @PathParam("key") String key,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo request) {
        viewing.declared(key);
        return Page.of(team.memberships(key, after, limit), limit)
                .answer(request, membership -> Long.toString(membership.number()));
    }

    @PUT
    @Path("/{subject}")
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @Operation(summary = "Puts a person on the team", description = "From now on; a second time changes nothing.")
    @APIResponse(responseCode = "204", description = "The person is on the team")
    @APIResponse(responseCode = "404", description = "There is no such study")
    public void add(@PathParam("key") String key, @PathParam("subject") @Size(max = 255) String subject) {
        locked(key);
        if (team.add(key, subject, caller.subject(), now())) {
            studies.revised(key);
            trail.record(Deed.of("study.member-added", "study", key).detail(subject));
        }
    }

    @DELETE
    @Path("/{subject}")
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @Operation(
            summary = "Takes a person off the team",
            description = "From now on; that the person was on it stays on record.")
    @APIResponse(responseCode = "204", description = "The person is not on the team")
    @APIResponse(responseCode = "404", description = "There is no such study, or the person is not on its team")
    @APIResponse(responseCode = "409", description = "team-empty: a study is never without a team")
    public void remove(@PathParam("key") String key, @PathParam("subject") String subject) {
        Study study = locked(key);
        if (!study.isRunBy(subject)) {
            throw Refusal.notFound("member").problem();
        }
        if (study.team().size() == 1) {
            throw Refusal.conflict("team-empty", "A study is never without a team")
                    .violation("team", "name somebody else first")
                    .problem();
        }
        team.remove(key, subject, caller.subject(), now());
        studies.revised(key);
        trail.record(Deed.of("study.member-removed", "study", key).detail(subject));
    }

    private Study locked(String key) {
        return studies.lock(key).orElseThrow(() -> Refusal.notFound("study").problem());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
