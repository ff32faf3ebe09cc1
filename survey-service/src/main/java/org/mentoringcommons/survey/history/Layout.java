package org.mentoringcommons.survey.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands above the answers. */
@Schema(name = "ImportLayout")
enum Layout {
    /** One line of headings. */
    @JsonProperty("csv")
    CSV,
    /** Three lines: short names, the questions, and what Qualtrics calls them. */
    @JsonProperty("qualtrics")
    QUALTRICS,
    /** One line of the names of a REDCap project's fields; records are named by {@code record_id}. */
    @JsonProperty("redcap")
    REDCAP
}
