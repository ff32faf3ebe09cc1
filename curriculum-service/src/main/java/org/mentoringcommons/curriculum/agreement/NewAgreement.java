package org.mentoringcommons.curriculum.agreement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agreement to be proposed to somebody. */
record NewAgreement(
        @Schema(description = "The person's account at the institution", examples = "mentor.one")
                @NotBlank
                @Size(max = 255)
                String with,
        @Schema(description = "One's own filled-in agreement") @NotNull UUID sheet,
        @Schema(description = "The version of it that is to be signed", examples = "3") @NotNull Integer version,
        @Schema(
                        description = "When both look at it again; without it, after the worksheet's months",
                        examples = "2026-09-01")
                LocalDate reviewOn,
        @Schema(description = "How often both are in touch; without it, as the worksheet says", examples = "4")
                @Min(1)
                @Max(52)
                Integer contactsAYear) {

    NewRound round() {
        return new NewRound(sheet, version, reviewOn, contactsAYear);
    }
}
