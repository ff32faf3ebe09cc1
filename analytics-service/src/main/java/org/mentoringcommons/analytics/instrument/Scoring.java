package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A decision how an instrument's scales are scored.
 *
 * @param number 1 for the first decision about the instrument; what the instrument itself says came before
 * @param missing the rule for missing answers
 * @param minimum with the rule {@code at_least}: how many answers a score needs; otherwise null
 * @param reason why
 */
record Scoring(
        int number,
        Missing missing,
        @Schema(nullable = true) @JsonInclude(JsonInclude.Include.NON_NULL) Integer minimum,
        String reason,
        Instant decidedAt) {}
