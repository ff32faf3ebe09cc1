package org.mentoringcommons.curriculum.authoring;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.mentoringcommons.curriculum.content.Faults;
import org.mentoringcommons.tenancy.Refusal;

/** Why a package is refused. */
public final class PackageProblem {

    private PackageProblem() {}

    /** Nothing of it was taken; every fault is named by file and line. */
    public static HttpProblem malformed(Faults faults) {
        return Refusal.badRequest("package-malformed", "Nothing was imported: the package has faults")
                .violations(faults.all().stream()
                        .map(fault -> new Refusal.Violation(fault.place(), fault.message()))
                        .toList())
                .problem();
    }

    static HttpProblem published(String version) {
        return Refusal.conflict("curriculum-version-published", "A published version does not change")
                .detail("Version " + version + " was published with other content. Give the package another number.")
                .violation(org.mentoringcommons.curriculum.content.Manifest.FILE, "version is taken")
                .problem();
    }

    static HttpProblem noSuchVersion() {
        return Refusal.notFound("curriculum-version").problem();
    }
}
