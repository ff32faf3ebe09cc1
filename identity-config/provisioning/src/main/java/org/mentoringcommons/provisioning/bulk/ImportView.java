package org.mentoringcommons.provisioning.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import, as far as it has come. */
@Schema(description = "An import, as far as it has come; of a dry run, what would be done")
record ImportView(
        @Schema(nullable = true, examples = "0199f0c2-7d1e-4c7a-9d57-3f0c8b1d2e4f", description = "Null for a dry run")
                String id,
        @Schema(examples = "working") Progress progress,
        Instant requestedAt,
        @Schema(examples = "350", description = "Institutions in the file") int total,
        @Schema(examples = "{\"requested\": 200, \"active\": 150}", description = "Institutions by state")
                Map<String, Long> institutions,
        @Schema(
                        examples = "{\"requested\": 200, \"active\": 149, \"refused\": 1}",
                        description = "Administrators by state")
                Map<String, Long> administrators,
        @Schema(
                        description =
                                "Administrators who cannot be had as described; their institutions are there without them")
                List<Problem> problems) {

    /** Whether anything is still to be done. */
    @Schema(name = "ImportProgress")
    enum Progress {
        /** All of the file is in order; nothing was done, because only that was asked. */
        @JsonProperty("checked")
        CHECKED,
        @JsonProperty("working")
        WORKING,
        @JsonProperty("done")
        DONE
    }

    /** What became of one administrator. */
    @Schema(name = "ImportProblem")
    record Problem(
            @Schema(examples = "17") int line,
            @Schema(examples = "lakeside") String institution,
            @Schema(examples = "email") String field,
            @Schema(examples = "another account has this e-mail address") String message) {}
}
