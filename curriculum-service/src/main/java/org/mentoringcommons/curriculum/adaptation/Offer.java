package org.mentoringcommons.curriculum.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that changed upstream since the base, to be taken or not.
 *
 * @param unit what it is about: a file by its path, {@code modules/KEY}, {@code about/NAME}, {@code order} or {@code
 *     modules/KEY/order}
 * @param conflict whether it was changed here too, otherwise: then somebody has to decide
 * @param base its text in the base, or null if it was not there
 * @param ours its text here, or null if it is not here
 * @param theirs its text upstream, or null if it is no more there
 */
@Schema(
        name = "UpstreamChange",
        examples =
                """
                {"unit": "modules/communication/case.md", "change": "changed", "conflict": true, "base": "…", "ours": "…",
                 "theirs": "…"}""")
record Offer(String unit, Change change, boolean conflict, String base, String ours, String theirs) {

    /** What upstream did. */
    @Schema(name = "OfferedChange")
    enum Change {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("removed")
        REMOVED
    }

    static Offer of(String unit, String base, String ours, String theirs) {
        Change change = base == null ? Change.ADDED : theirs == null ? Change.REMOVED : Change.CHANGED;
        return new Offer(unit, change, !java.util.Objects.equals(base, ours), base, ours, theirs);
    }
}
