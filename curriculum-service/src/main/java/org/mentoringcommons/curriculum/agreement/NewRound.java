package org.mentoringcommons.curriculum.agreement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of an agreement, to be signed by both anew. */
record NewRound(
        @Schema(description = "One's own filled-in agreement") @NotNull UUID sheet,
        @Schema(description = "The version of it that is to be signed", examples = "4") @NotNull Integer version,
        @Schema(description = "When both look at it again", examples = "2026-09-01") LocalDate reviewOn,
        @Schema(description = "How often both are in touch", examples = "4") @Min(1) @Max(52) Integer contactsAYear) {}
