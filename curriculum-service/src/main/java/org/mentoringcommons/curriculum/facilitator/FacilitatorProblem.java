package org.mentoringcommons.curriculum.facilitator;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.mentoringcommons.tenancy.Refusal;

/** Why a facilitator is refused. */
final class FacilitatorProblem {

    private FacilitatorProblem() {}

    static HttpProblem nobody() {
        return Refusal.notFound("facilitator").problem();
    }

    static HttpProblem known() {
        return Refusal.conflict("facilitator-known", "There is a facilitator of this address")
                .violation("email", "is known")
                .problem();
    }

    static HttpProblem tooEarly(List<Refusal.Violation> trainings) {
        return Refusal.badRequest("training-impossible", "Nobody can have been trained then")
                .violations(trainings)
                .problem();
    }

    static HttpProblem strangers(List<Refusal.Violation> strangers) {
        return Refusal.badRequest("facilitator-unknown", "Nothing was recorded: some are no facilitators here")
                .violations(strangers)
                .problem();
    }
}
