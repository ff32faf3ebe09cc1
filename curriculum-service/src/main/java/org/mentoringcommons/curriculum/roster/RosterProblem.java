package org.mentoringcommons.curriculum.roster;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.tenancy.Refusal;

/** Why a roster or an attendance list is refused. Says ids and line numbers, never a name or an address. */
final class RosterProblem {

    private RosterProblem() {}

    static HttpProblem malformed(List<Refusal.Violation> lines) {
        return Refusal.badRequest("roster-malformed", "Nothing was imported: some lines are not people")
                .violations(lines)
                .problem();
    }

    static HttpProblem attendedAndMissing(List<UUID> participants) {
        return Refusal.conflict("participant-attended", "Nothing was imported: the file leaves out people who attended")
                .detail("Take them out of the attendance first, or keep them in the file.")
                .violations(participants.stream()
                        .map(id -> new Refusal.Violation("participant " + id, "was present in a session"))
                        .toList())
                .problem();
    }

    static HttpProblem alreadyEnrolled() {
        return Refusal.conflict("participant-enrolled", "Somebody of this address is on the roster")
                .violation("email", "is on the roster")
                .problem();
    }

    static HttpProblem erased() {
        return Refusal.conflict("participant-erased", "This person's name and address were deleted for good")
                .detail("Whoever enrols again is somebody new on the roster.")
                .problem();
    }

    static HttpProblem nobody() {
        return Refusal.notFound("participant").problem();
    }

    static HttpProblem impossibleAttendance(List<Refusal.Violation> wrong) {
        return Refusal.badRequest("attendance-impossible", "Nothing was recorded: nobody can have been there like this")
                .violations(wrong)
                .problem();
    }

    static HttpProblem notEnrolled(List<Refusal.Violation> strangers) {
        return Refusal.badRequest("participant-not-enrolled", "Nothing was recorded: some are not on the roster")
                .violations(strangers)
                .problem();
    }
}
