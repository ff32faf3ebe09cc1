package org.mentoringcommons.survey.withdrawal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/**
 * What is known of releases that hold withdrawn answers.
 *
 * @param told the day on which all of it was told; null unless it was
 */
record Known(Extent extent, List<HoldingRelease> releases, LocalDate told) {

    /** How much it is. */
    enum Extent {
        /** The answers stay in use, and so in whatever is published of them. */
        @JsonProperty("in-use")
        IN_USE,
        /** Not all was told yet: there may be more. */
        @JsonProperty("not-yet")
        NOT_YET,
        /** These are all. */
        @JsonProperty("all")
        ALL,
        /** Nobody was asked: the withdrawal is from before this was kept. */
        @JsonProperty("not-asked")
        NOT_ASKED
    }
}
