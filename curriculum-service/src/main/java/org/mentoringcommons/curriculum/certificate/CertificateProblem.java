package org.mentoringcommons.curriculum.certificate;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.mentoringcommons.tenancy.Refusal;

/** Why there is no certificate. */
final class CertificateProblem {

    private CertificateProblem() {}

    static HttpProblem notDelivered() {
        return Refusal.conflict("workshop-not-delivered", "There are certificates once a workshop was delivered")
                .problem();
    }

    static HttpProblem noneDeclared() {
        return Refusal.conflict("certificates-not-declared", "The workshop does not say what a certificate takes")
                .violation("certificateMinutes", "is not given")
                .problem();
    }

    static HttpProblem nobody() {
        return Refusal.notFound("participant").problem();
    }

    static HttpProblem notEarned(int minutes, int needed) {
        return Refusal.conflict("certificate-not-earned", "The person was not there long enough")
                .detail("They were there for " + minutes + " of " + needed + " minutes.")
                .problem();
    }
}
