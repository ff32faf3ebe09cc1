package org.mentoringcommons.survey.withdrawal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A withdrawal by receipt.
 *
 * @param institution alias of the one that asked
 * @param receipt the code that came with the answers; small letters, blanks and misread letters do no harm
 */
record NewWithdrawal(
        @NotBlank @Size(max = 80) @Schema(examples = "lakeside") String institution,
        @NotNull @Size(max = 200) @Schema(examples = "7KQ2D-M0XRT-9FWZH-4CPV8-6NJEB") String receipt) {}
