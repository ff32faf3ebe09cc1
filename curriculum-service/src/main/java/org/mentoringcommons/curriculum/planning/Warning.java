package org.mentoringcommons.curriculum.planning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that speaks against a plan and does not forbid it.
 *
 * @param session the number of the session concerned, or null
 * @param module the module concerned, or null
 * @param message in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlanWarning")
public record Warning(Kind kind, Integer session, String module, String message) {

    /** What it is about. */
    @Schema(name = "PlanWarningKind")
    public enum Kind {
        /** Workshops below four hours are left out of most evaluations. */
        @JsonProperty("below_four_hours")
        BELOW_FOUR_HOURS,
        @JsonProperty("required_module_missing")
        REQUIRED_MODULE_MISSING,
        /** The curriculum is written for other people. */
        @JsonProperty("audience_mismatch")
        AUDIENCE_MISMATCH,
        /** A module is. */
        @JsonProperty("module_for_others")
        MODULE_FOR_OTHERS,
        /** The modules of a session take longer than the session. */
        @JsonProperty("beyond_the_time")
        BEYOND_THE_TIME,
        /** It was planned after it took place. */
        @JsonProperty("in_the_past")
        IN_THE_PAST,
        /** Clocks are changed during a session. */
        @JsonProperty("clock_change")
        CLOCK_CHANGE
    }

    static Warning of(Kind kind, String message) {
        return new Warning(kind, null, null, message);
    }

    static Warning ofModule(Kind kind, String module, String message) {
        return new Warning(kind, null, module, message);
    }

    /** About the session of this number. */
    public static Warning ofSession(Kind kind, int session, String message) {
        return new Warning(kind, session, null, message);
    }
}
