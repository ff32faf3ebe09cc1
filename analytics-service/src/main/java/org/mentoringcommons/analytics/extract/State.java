package org.mentoringcommons.analytics.extract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an extract is. */
@Schema(name = "ExtractState")
enum State {
    /** Nobody writes it yet. */
    @JsonProperty("waiting")
    WAITING,
    /** An instance writes it; if that stops, another begins again. */
    @JsonProperty("running")
    RUNNING,
    /** It can be fetched until it expires. */
    @JsonProperty("ready")
    READY,
    /** It could not be written, several times over. */
    @JsonProperty("failed")
    FAILED,
    /** Somebody of the team did not want it any more. */
    @JsonProperty("cancelled")
    CANCELLED,
    /** An answer in it was withdrawn or corrected, or an institution whose rows are in it shares no more. */
    @JsonProperty("recalled")
    RECALLED,
    /** Its time is over. */
    @JsonProperty("expired")
    EXPIRED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean isUnderWay() {
        return this == WAITING || this == RUNNING;
    }
}
