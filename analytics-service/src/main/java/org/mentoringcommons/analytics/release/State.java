package org.mentoringcommons.analytics.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a release is. */
@Schema(name = "ReleaseState")
enum State {
    /** Nobody has asked for its numbers yet. */
    @JsonProperty("draft")
    DRAFT,
    /** An instance counts; if that stops, another begins again. */
    @JsonProperty("computing")
    COMPUTING,
    /** Counted and sealed; what may be shown of it is being decided. */
    @JsonProperty("computed")
    COMPUTED,
    /** It may be published as it stands, if a second person agrees. */
    @JsonProperty("audited")
    AUDITED,
    /** It may not be published; its findings say why. */
    @JsonProperty("refused")
    REFUSED,
    /** It could not be computed, several times over. */
    @JsonProperty("failed")
    FAILED,
    /** An answer in it was withdrawn or corrected since; it is to be computed anew. */
    @JsonProperty("recalled")
    RECALLED,
    /** A second person agreed. */
    @JsonProperty("approved")
    APPROVED,
    /** It has a number and does not change any more. */
    @JsonProperty("frozen")
    FROZEN,
    /** Nobody wants it any more. */
    @JsonProperty("discarded")
    DISCARDED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean isUnderWay() {
        return this == COMPUTING || this == COMPUTED;
    }

    /** {@return whether there is what would be published, or was} */
    boolean isAudited() {
        return this == AUDITED || this == APPROVED || this == FROZEN;
    }

    boolean isOver() {
        return this == FROZEN || this == DISCARDED;
    }
}
