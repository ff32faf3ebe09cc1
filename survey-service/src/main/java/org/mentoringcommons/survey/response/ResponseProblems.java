package org.mentoringcommons.survey.response;

import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.tenancy.Refusal;

/** Why an answer is not taken. */
public final class ResponseProblems {

    private ResponseProblems() {}

    public static Refusal notOpen() {
        return Refusal.conflict("wave-not-open", "Answers are not taken yet");
    }

    public static Refusal closed() {
        return Refusal.conflict("wave-closed", "Answers are not taken any more");
    }

    public static Refusal alreadyAnswered() {
        return Refusal.conflict("already-answered", "This invitation has been answered");
    }

    static Refusal consentChanged(String present) {
        return Refusal.conflict("consent-changed", "The answer was given under another consent text")
                .violation("consentVersion", "the consent in force is " + present);
    }

    static Refusal invalid(Violations violations) {
        return Refusal.badRequest("answers-invalid", "The answers do not fit the instrument")
                .violations(violations.all());
    }
}
