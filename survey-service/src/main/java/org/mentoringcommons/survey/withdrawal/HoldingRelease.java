package org.mentoringcommons.survey.withdrawal;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A frozen release that still holds withdrawn answers: in its totals, since it says nothing of any single person.
 *
 * @param title of its study
 * @param address where it is read; a path if the deployment does not say under which host
 */
record HoldingRelease(
        @Schema(examples = "3") int number,
        @Schema(examples = "Mentoring up, 2015 to 2021") String title,
        @Schema(examples = "/analytics/v1/releases/3") String address,
        Certainty holding) {

    /** How certain it is. */
    enum Certainty {
        /** At least one of the answers was counted in it. */
        @JsonProperty("counted")
        COUNTED,
        /** That one was cannot be ruled out. */
        @JsonProperty("possible")
        POSSIBLE
    }
}
