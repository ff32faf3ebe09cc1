package org.mentoringcommons.survey.response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.survey.wave.Window;
import org.mentoringcommons.tenancy.Refusal;

/** Why an answer is not taken. */
public final class ResponseProblems {

    private static final String CONSENT_CHANGED = "consent-changed";

    private ResponseProblems() {}

    private static Refusal notOpen() {
        return Refusal.conflict("wave-not-open", "Answers are not taken yet");
    }

    static Refusal closed() {
        return Refusal.conflict("wave-closed", "Answers are not taken any more");
    }

    /** Refuses who has answered, or does not take part any more. */
    public static void requireUnanswered(Participation participation) {
        switch (participation) {
            case WITHDRAWN ->
                throw Refusal.conflict("withdrawn", "The participant has withdrawn from the protocol")
                        .problem();
            case ANSWERED -> throw alreadyAnswered().problem();
            case DECLINED, NONE -> {}
        }
    }

    private static Refusal alreadyAnswered() {
        return Refusal.conflict("already-answered", "This invitation has been answered");
    }

    /** Refuses what comes before or after the time of answering. */
    public static void requireOpen(Window.State state) {
        switch (state) {
            case SCHEDULED -> throw notOpen().problem();
            case CLOSED -> throw closed().problem();
            case OPEN -> {}
        }
    }

    /** Whether the only thing in the way of an answer is that its consent text is not in force any more. */
    public static boolean isConsentChanged(HttpProblem problem) {
        return problem.getType().toString().endsWith(":" + CONSENT_CHANGED);
    }

    static Refusal consentChanged(String present) {
        return Refusal.conflict(CONSENT_CHANGED, "The answer was given under another consent text")
                .violation("consentVersion", "the consent in force is " + present);
    }

    static Refusal consentLanguageUnknown() {
        return Refusal.badRequest("consent-language-unknown", "The consent text is not there in this language")
                .violation("consentLanguage", "is not a language of this version");
    }

    static Refusal draftChanged(int revision) {
        return Refusal.conflict("draft-changed", "The draft was saved elsewhere meanwhile")
                .violation("revision", "is now " + revision);
    }

    static Refusal draftInvalid(Violations violations) {
        return Refusal.badRequest("draft-invalid", "The draft does not fit the instrument")
                .violations(violations.all());
    }

    /** Whether the only thing in the way of saving is that it was saved elsewhere meanwhile. */
    public static boolean isDraftChanged(HttpProblem problem) {
        return problem.getType().toString().endsWith(":draft-changed");
    }

    static Refusal answersChanged(int revision) {
        return Refusal.conflict("answers-changed", "The answers were changed elsewhere meanwhile")
                .violation("revision", "is now " + revision);
    }

    /** Whether the only thing in the way of a correction is that there was another meanwhile. */
    public static boolean isAnswersChanged(HttpProblem problem) {
        return problem.getType().toString().endsWith(":answers-changed");
    }

    /** Whether the matter is that answers were sent before. */
    public static boolean isAlreadyAnswered(HttpProblem problem) {
        return problem.getType().toString().endsWith(":already-answered");
    }

    static Refusal invalid(Violations violations) {
        return Refusal.badRequest("answers-invalid", "The answers do not fit the instrument")
                .violations(violations.all());
    }
}
