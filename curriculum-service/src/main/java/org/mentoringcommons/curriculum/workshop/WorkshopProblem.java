package org.mentoringcommons.curriculum.workshop;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.mentoringcommons.tenancy.Refusal;

/** Why a workshop refuses. */
final class WorkshopProblem {

    private WorkshopProblem() {}

    static HttpProblem changedSinceRead() {
        return Refusal.of(
                        "changed-since-read",
                        Response.Status.PRECONDITION_FAILED,
                        "The workshop has changed since it was read")
                .detail("Read it again, and say again what is to change.")
                .problem();
    }

    static HttpProblem noSuchWorkshop() {
        return Refusal.notFound("workshop").problem();
    }

    static HttpProblem pastInUse() {
        return Refusal.conflict("past-workshop-in-use", "Something was added to the workshop since it was imported")
                .detail("It has people on its roster, facilitators, boards, or a version of your own.")
                .problem();
    }

    static HttpProblem peopleAreKnown() {
        return Refusal.conflict("past-workshop-has-roster", "The workshop has people on its roster by now")
                .detail("They are what is counted: correct the roster, and who was there.")
                .problem();
    }

    static HttpProblem moreAttendedThanEnrolled() {
        return Refusal.badRequest("people-impossible", "These numbers of people cannot have been")
                .violation("attended", "is more than enrolled")
                .problem();
    }

    static HttpProblem noSuchSession() {
        return Refusal.notFound("session").problem();
    }

    static HttpProblem unknownVersion() {
        return Refusal.badRequest(
                        "curriculum-version-unknown", "A workshop is planned with a published curriculum version")
                .violation("version", "is no published version of the curriculum")
                .problem();
    }

    static HttpProblem impossibleSessions(List<Refusal.Violation> wrong) {
        return Refusal.badRequest("sessions-impossible", "The sessions cannot take place like this")
                .violations(wrong)
                .problem();
    }

    static HttpProblem impossibleCoverage(List<Refusal.Violation> wrong) {
        return Refusal.badRequest("coverage-impossible", "These modules cannot have been covered")
                .violations(wrong)
                .problem();
    }

    static HttpProblem sessionsNotOver(List<Refusal.Violation> coming) {
        return Refusal.conflict("sessions-not-over", "A workshop is delivered once its last session has ended")
                .violations(coming)
                .problem();
    }

    static HttpProblem sessionNotBegun(int number) {
        return Refusal.conflict("session-not-begun", "Nobody can have been present in a session that has not begun")
                .violation("sessions[" + (number - 1) + "].startsAt", "has not come")
                .problem();
    }

    static HttpProblem unknownZone() {
        return Refusal.badRequest("time-zone-unknown", "There is no such time zone")
                .violation("timeZone", "is no IANA time zone, such as America/Chicago")
                .problem();
    }

    static HttpProblem attendedSessions(List<Refusal.Violation> attended) {
        return Refusal.conflict("session-attended", "People were present in a session that would be no more")
                .detail("Take them out of its attendance first.")
                .violations(attended)
                .problem();
    }

    static HttpProblem deliveredWithAnotherVersion() {
        return Refusal.conflict("workshop-delivered", "What was delivered stays that curriculum version")
                .violation("version", "is another than was delivered")
                .problem();
    }

    static HttpProblem adapted() {
        return Refusal.conflict("workshop-adapted", "It is held with the institution's own version of its curriculum")
                .violation("version", "is another than its own version was made of")
                .problem();
    }

    static HttpProblem modulesNamed(List<Refusal.Violation> named) {
        return Refusal.conflict("modules-named", "Coverage or sessions name modules the workshop would be held without")
                .detail("Take them out there first.")
                .violations(named)
                .problem();
    }

    static HttpProblem fewerThanAttended(int attended) {
        return Refusal.conflict("attended-more-than-enrolled", "More people attended than would be enrolled")
                .detail("It was told that " + attended + " attended; correct the attendance first.")
                .problem();
    }

    static HttpProblem notPlanned(Status status) {
        return refusedIn(status, "Only a planned workshop can be delivered or cancelled");
    }

    static HttpProblem cancelled() {
        return refusedIn(Status.CANCELLED, "A cancelled workshop does not change");
    }

    private static HttpProblem refusedIn(Status status, String title) {
        return Refusal.conflict("workshop-" + status.name().toLowerCase(Locale.ROOT), title)
                .problem();
    }
}
