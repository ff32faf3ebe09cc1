package org.mentoringcommons.survey.withdrawal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a withdrawal did to one thing.
 *
 * @param on the day it was done; null while this service does not know that it is
 */
record Effect(Thing thing, Outcome outcome, LocalDate on) {

    /** What may be affected. */
    enum Thing {
        /** The coded answers in survey-service. */
        @JsonProperty("answers")
        ANSWERS,
        /** The free words, which never left survey-service. */
        @JsonProperty("texts")
        TEXTS,
        /** What evaluators made of the free words. */
        @JsonProperty("codes")
        CODES,
        /** What said which answers belong to a mentee and a mentor. */
        @JsonProperty("links")
        LINKS,
        /** Files of answers that evaluators had made here; what they fetched before is with them. */
        @JsonProperty("exports")
        EXPORTS,
        /** Rows, counts, live reports and row files in analytics-service. */
        @JsonProperty("counts")
        COUNTS,
        /** What the services told each other. */
        @JsonProperty("messages")
        MESSAGES,
        /** Copies of the databases that operators keep. */
        @JsonProperty("backups")
        BACKUPS,
        /** Being asked and reminded under the protocol. */
        @JsonProperty("participation")
        PARTICIPATION
    }

    /** What became of it. */
    enum Outcome {
        @JsonProperty("kept")
        KEPT,
        /** Still there, and in no count, export or coding. */
        @JsonProperty("set-aside")
        SET_ASIDE,
        @JsonProperty("destroyed")
        DESTROYED,
        /** Told in the same transaction; the other service has not said yet that it is done. */
        @JsonProperty("told")
        TOLD,
        /** Gone when their own time is over. */
        @JsonProperty("expiring")
        EXPIRING,
        @JsonProperty("ended")
        ENDED
    }

    /**
     * Everything a withdrawal did, by the protocol's policy.
     *
     * @param counted the day on which it was known that no count holds the answers; null while it is not
     */
    static List<Effect> of(Withdrawal withdrawal, LocalDate counted) {
        List<Effect> effects = new ArrayList<>();
        if (withdrawal.answers() > 0) {
            switch (withdrawal.policy()) {
                case RETAIN -> {
                    effects.add(new Effect(Thing.ANSWERS, Outcome.KEPT, null));
                    effects.add(new Effect(Thing.TEXTS, Outcome.KEPT, null));
                    effects.add(new Effect(Thing.COUNTS, Outcome.KEPT, null));
                }
                case EXCLUDE -> left(effects, withdrawal, Outcome.SET_ASIDE, counted);
                case DESTROY -> left(effects, withdrawal, Outcome.DESTROYED, counted);
            }
        }
        effects.add(new Effect(Thing.PARTICIPATION, Outcome.ENDED, withdrawal.day()));
        return List.copyOf(effects);
    }

    private static void left(List<Effect> effects, Withdrawal withdrawal, Outcome answers, LocalDate counted) {
        effects.add(new Effect(Thing.ANSWERS, answers, withdrawal.day()));
        effects.add(new Effect(Thing.TEXTS, answers, withdrawal.day()));
        effects.add(new Effect(Thing.CODES, Outcome.DESTROYED, withdrawal.day()));
        effects.add(new Effect(Thing.LINKS, Outcome.DESTROYED, withdrawal.day()));
        effects.add(new Effect(Thing.EXPORTS, Outcome.DESTROYED, withdrawal.day()));
        effects.add(new Effect(Thing.COUNTS, counted == null ? Outcome.TOLD : Outcome.DESTROYED, counted));
        effects.add(new Effect(Thing.MESSAGES, Outcome.EXPIRING, null));
        effects.add(new Effect(Thing.BACKUPS, Outcome.EXPIRING, null));
    }
}
