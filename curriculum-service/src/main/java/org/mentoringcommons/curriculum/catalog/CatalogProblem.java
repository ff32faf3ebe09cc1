package org.mentoringcommons.curriculum.catalog;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.mentoringcommons.curriculum.content.Manifest;
import org.mentoringcommons.tenancy.Refusal;

/** Why the catalog refuses. */
final class CatalogProblem {

    private CatalogProblem() {}

    static HttpProblem noSuchCurriculum() {
        return Refusal.notFound("curriculum").problem();
    }

    static HttpProblem noSuchVersion() {
        return Refusal.notFound("curriculum-version").problem();
    }

    static HttpProblem curriculumExists() {
        return Refusal.conflict("curriculum-exists", "There is a curriculum of this key")
                .violation("key", "is taken")
                .problem();
    }

    static HttpProblem versionExists() {
        return Refusal.conflict("curriculum-version-exists", "The curriculum has a version of this number")
                .violation("version", "is taken")
                .problem();
    }

    static HttpProblem settled(Manifest.Work work) {
        return Refusal.conflict("curriculum-settled", "The curriculum was published under another title, or for others")
                .detail("Import the draft again with what it was published as.")
                .violation(
                        Manifest.FILE,
                        "the curriculum " + work.key() + " was published as \"" + work.title() + "\" for "
                                + work.audience())
                .problem();
    }

    static HttpProblem alreadyPublished() {
        return Refusal.conflict("curriculum-version-published", "A published version does not change")
                .problem();
    }

    static HttpProblem notPublished() {
        return Refusal.conflict("curriculum-version-not-published", "Only a published version is retired")
                .problem();
    }

    static HttpProblem noSuchModule() {
        return Refusal.notFound("module").problem();
    }

    static HttpProblem noSuchWorksheet() {
        return Refusal.notFound("worksheet").problem();
    }

    static HttpProblem forFacilitatorsOnly() {
        return Refusal.of("facilitators-only", Response.Status.FORBIDDEN, "This edition is for facilitators")
                .detail("Ask for edition=participants, or leave the edition out.")
                .violation("edition", "is not for you")
                .problem();
    }

    static HttpProblem unknownSource() {
        return Refusal.badRequest("curriculum-unknown", "It cannot be adapted from a curriculum that is not there")
                .violation("adaptedFrom", "there is no such curriculum")
                .problem();
    }

    static HttpProblem modulesTwice(List<Refusal.Violation> repeated) {
        return Refusal.badRequest("module-repeated", "A module appears twice")
                .violations(repeated)
                .problem();
    }
}
