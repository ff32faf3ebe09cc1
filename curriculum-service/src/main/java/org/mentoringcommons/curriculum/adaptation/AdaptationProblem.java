package org.mentoringcommons.curriculum.adaptation;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.mentoringcommons.curriculum.content.Faults;
import org.mentoringcommons.curriculum.content.Manifest;
import org.mentoringcommons.tenancy.Refusal;

/** Why an adaptation refuses. */
final class AdaptationProblem {

    private AdaptationProblem() {}

    static HttpProblem noSuchAdaptation() {
        return Refusal.notFound("adaptation").problem();
    }

    static HttpProblem noSuchRevision() {
        return Refusal.notFound("adaptation-revision").problem();
    }

    static HttpProblem keyTaken() {
        return Refusal.conflict("adaptation-exists", "The institution has an adaptation of this key")
                .violation("key", "is taken")
                .problem();
    }

    static HttpProblem unknownVersion() {
        return Refusal.badRequest("curriculum-version-unknown", "Only a published version is adapted")
                .violation("version", "is no version of the curriculum that is published and not retired")
                .problem();
    }

    static HttpProblem changedMeanwhile(int newest) {
        return Refusal.conflict("changed-meanwhile", "There is a newer revision; export it and try again")
                .violation("basedOn", "is not the newest revision, which is " + newest)
                .problem();
    }

    static HttpProblem notItsPackage(String key, String curriculum, String version) {
        return Refusal.badRequest("package-of-another", "The package is not of this adaptation")
                .violation(
                        Manifest.FILE, "curriculum.key must be " + key + ", adaptedFrom " + curriculum + " " + version)
                .problem();
    }

    static HttpProblem alreadyPublished() {
        return Refusal.conflict("adaptation-revision-published", "The revision is published already")
                .problem();
    }

    static HttpProblem undecided(List<String> units) {
        return Refusal.conflict("merge-undecided", "Both sides changed some of it: somebody has to decide")
                .violations(units.stream()
                        .map(unit -> new Refusal.Violation(unit, "take theirs or keep ours"))
                        .toList())
                .problem();
    }

    static HttpProblem notOffered(List<String> units) {
        return Refusal.badRequest("merge-unfit", "Some of it is not offered")
                .violations(units.stream()
                        .map(unit -> new Refusal.Violation(unit, "did not change upstream, or is here already"))
                        .toList())
                .problem();
    }

    static HttpProblem doesNotGoTogether(Faults faults) {
        return Refusal.conflict("merge-inconsistent", "What was taken does not go with what was kept")
                .violations(faults.all().stream()
                        .map(fault -> new Refusal.Violation(fault.place(), fault.message()))
                        .toList())
                .problem();
    }

    static HttpProblem notPublished() {
        return Refusal.conflict("adaptation-revision-not-published", "A workshop is held with a published revision")
                .problem();
    }

    static HttpProblem ofAnotherCurriculum() {
        return Refusal.badRequest("adaptation-of-another", "The workshop was planned with another curriculum version")
                .violation("revision", "is not made from the workshop's curriculum version")
                .problem();
    }
}
