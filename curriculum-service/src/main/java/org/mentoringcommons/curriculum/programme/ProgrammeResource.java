package org.mentoringcommons.curriculum.programme;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.catalog.Audience;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Programmes that require training, by whatever name their funder gives them. */
@Path("/curriculum/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Programmes", description = "What programmes require in which year, and how far their people have come")
class ProgrammeResource {

    private static final String KEY = "[a-z0-9][a-z0-9-]{0,39}";

    private final Programmes programmes;

    ProgrammeResource(Programmes programmes) {
        this.programmes = programmes;
    }

    @GET
    @Operation(summary = "Lists the institution's programmes")
    @APIResponseSchema(String[].class)
    public List<String> list() {
        return programmes.all();
    }

    @PUT
    @Path("/{programme}")
    @Operation(
            summary = "Describes a programme",
            description =
                    "What it requires by the end of which year, and who is in it; all of it, in place of before. With neither, it is no more.")
    @APIResponseSchema(ProgrammeView.class)
    @APIResponse(responseCode = "400", description = "A requirement or a person appears twice, or something is missing")
    public ProgrammeView describe(@PathParam("programme") String programme, @Valid @NotNull NewProgramme described) {
        if (!programme.matches(KEY)) {
            throw Refusal.badRequest("programme-impossible", "A programme has a short key, such as kl2")
                    .violation("programme", "must be small letters, digits and dashes, at most 40")
                    .problem();
        }
        requireEachOnce(described);
        programmes.replace(programme, described);
        return view(programme);
    }

    @GET
    @Path("/{programme}")
    @Operation(
            summary = "Shows how far the people of a programme have come",
            description =
                    """
                    Minutes attended in delivered workshops of this institution, found by the e-mail address; workshops \
                    for mentees and mentors together count for both. What earlier years required is required still.""")
    @APIResponseSchema(ProgrammeView.class)
    @APIResponse(responseCode = "404", description = "The institution has no such programme")
    public ProgrammeView show(@PathParam("programme") String programme) {
        ProgrammeView found = view(programme);
        if (found.requirements().isEmpty() && found.members().isEmpty()) {
            throw Refusal.notFound("programme").problem();
        }
        return found;
    }

    private ProgrammeView view(String programme) {
        List<NewProgramme.Requirement> requirements = programmes.requirements(programme);
        Map<String, Map<Audience, Integer>> attended = programmes.attended(programme);
        return new ProgrammeView(
                programme,
                requirements,
                programmes.members(programme).stream()
                        .map(member -> status(member, requirements, attended.getOrDefault(member.mailbox(), Map.of())))
                        .toList());
    }

    private static ProgrammeView.Member status(
            NewProgramme.Member member, List<NewProgramme.Requirement> requirements, Map<Audience, Integer> attended) {
        List<ProgrammeView.Status> required = requirements.stream()
                .filter(requirement -> requirement.year() <= member.year())
                .map(requirement -> status(requirement, attended))
                .toList();
        return new ProgrammeView.Member(
                member.name(),
                member.email(),
                member.year(),
                required.stream().allMatch(ProgrammeView.Status::fulfilled),
                required);
    }

    private static ProgrammeView.Status status(NewProgramme.Requirement requirement, Map<Audience, Integer> attended) {
        int minutes = attended.getOrDefault(requirement.audience(), 0)
                + (requirement.audience() == Audience.COMBINED ? 0 : attended.getOrDefault(Audience.COMBINED, 0));
        return new ProgrammeView.Status(
                requirement.year(),
                requirement.audience(),
                requirement.minutes(),
                minutes,
                minutes >= requirement.minutes());
    }

    private static void requireEachOnce(NewProgramme described) {
        List<Refusal.Violation> twice = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (int at = 0; at < described.requirements().size(); at++) {
            NewProgramme.Requirement one = described.requirements().get(at);
            if (!seen.add(one.year() + " " + one.audience())) {
                twice.add(new Refusal.Violation("requirements[" + at + "]", "appears before"));
            }
        }
        for (int at = 0; at < described.members().size(); at++) {
            if (!seen.add(described.members().get(at).mailbox())) {
                twice.add(new Refusal.Violation("members[" + at + "].email", "appears before"));
            }
        }
        if (!twice.isEmpty()) {
            throw Refusal.badRequest("programme-impossible", "Something appears twice")
                    .violations(twice)
                    .problem();
        }
    }
}
