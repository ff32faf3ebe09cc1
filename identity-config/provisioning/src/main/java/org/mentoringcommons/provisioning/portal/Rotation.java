package org.mentoringcommons.provisioning.portal;

import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.tenancy.Refusal;

/** How long the secrets before shall be good beside the new one. */
record Rotation(
        @Schema(
                        nullable = true,
                        type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                        examples = "P1D",
                        description = "ISO 8601, from PT0S (they end at once) to P30D; a day if absent")
                String overlap) {

    private static final Duration USUAL = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is no duration or out of bounds
     */
    Duration length() {
        if (overlap == null) {
            return USUAL;
        }
        try {
            Duration length = Duration.parse(overlap);
            if (!length.isNegative() && length.compareTo(LONGEST) <= 0) {
                return length;
            }
        } catch (java.time.format.DateTimeParseException unreadable) {
            // refused below, like one that is out of bounds
        }
        throw Refusal.badRequest("overlap-unacceptable", "The overlap is not acceptable")
                .violation("overlap", "must be an ISO 8601 duration from PT0S to P30D, such as PT12H or P1D")
                .problem();
    }
}
