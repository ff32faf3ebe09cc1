package org.mentoringcommons.survey.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an import is. */
@Schema(name = "ImportState")
enum State {
    /** Its file has not come, or was not taken. */
    @JsonProperty("expecting")
    EXPECTING,
    /** Its file is coming; nothing of it is there yet. */
    @JsonProperty("reading")
    READING,
    /** Its file has come whole, and is to be taken. */
    @JsonProperty("waiting")
    WAITING,
    /** Its answers are there, all at once, and the other services are being told. */
    @JsonProperty("telling")
    TELLING,
    /** Everybody has been told. */
    @JsonProperty("imported")
    IMPORTED,
    /** It could not be taken, because other answers of the same had come meanwhile, or several times over. */
    @JsonProperty("failed")
    FAILED,
    /** Somebody did not want it any more before it was there. */
    @JsonProperty("cancelled")
    CANCELLED,
    /** Its answers are being taken back. */
    @JsonProperty("undoing")
    UNDOING,
    /** Nothing of it is there any more. */
    @JsonProperty("undone")
    UNDONE;

    private static final Set<State> UNDER_WAY = Set.of(READING, WAITING, TELLING, UNDOING);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean isUnderWay() {
        return UNDER_WAY.contains(this);
    }

    /** Whether its answers are there. */
    boolean isThere() {
        return this == TELLING || this == IMPORTED;
    }
}
