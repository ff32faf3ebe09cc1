package org.mentoringcommons.curriculum.workshop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A meeting to be planned. */
record NewSession(
        @Schema(examples = "2026-03-02T14:00:00Z") @NotNull Instant startsAt,
        @Schema(examples = "240") @NotNull @Min(1) @Max(1440) Integer minutes) {

    Session planned() {
        return new Session(startsAt.truncatedTo(ChronoUnit.MILLIS), minutes, 0);
    }
}
