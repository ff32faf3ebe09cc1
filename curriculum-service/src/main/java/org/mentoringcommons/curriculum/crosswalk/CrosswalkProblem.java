package org.mentoringcommons.curriculum.crosswalk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.mentoringcommons.tenancy.Refusal;

/** Why a crosswalk is refused. */
final class CrosswalkProblem {

    private CrosswalkProblem() {}

    static HttpProblem impossible(List<Refusal.Violation> wrong) {
        return Refusal.badRequest(
                        "crosswalk-impossible", "It speaks of something that is not there, or twice of the same")
                .violations(wrong)
                .problem();
    }

    static HttpProblem noSuchCrosswalk() {
        return Refusal.notFound("crosswalk").problem();
    }
}
