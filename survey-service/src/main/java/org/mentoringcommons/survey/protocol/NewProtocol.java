package org.mentoringcommons.survey.protocol;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.instrument.Keys;

/**
 * A protocol to be registered.
 *
 * @param validFrom the first day, in the institution's time zone
 * @param validTo the last day; null while open-ended
 * @param evaluators subjects of the people who may code free text
 * @param institutions aliases of those the board's approval covers, the own among them; null is the own alone
 * @param consent the first consent text; later ones are published apart
 */
record NewProtocol(
        @NotBlank @Size(max = 80) @Schema(examples = "2026-0417") String number,
        @NotBlank @Size(max = Keys.LABEL) @Schema(examples = "Health Sciences IRB") String board,
        @NotBlank @Size(max = Keys.LABEL) @Schema(examples = "Evaluation of mentoring workshops") String title,
        @NotNull @Schema(examples = "2026-01-01") LocalDate validFrom,
        @Schema(examples = "2028-12-31") LocalDate validTo,
        @NotNull WithdrawalPolicy withdrawalPolicy,
        @NotNull @Valid InstrumentReference instrument,
        @NotEmpty @Size(max = 200) List<@NotBlank String> curricula,
        @Size(max = 200) List<@NotBlank String> evaluators,
        @Size(min = 1, max = 500) @Schema(examples = "[\"lakeside\", \"hilltop\"]")
                List<@NotNull @Pattern(regexp = Keys.NAME) String> institutions,
        @NotNull @Valid NewConsent consent) {

    boolean endsBeforeItBegins() {
        return validTo != null && validFrom != null && validTo.isBefore(validFrom);
    }

    boolean covers(String institution) {
        return institutions == null || institutions.contains(institution);
    }
}
