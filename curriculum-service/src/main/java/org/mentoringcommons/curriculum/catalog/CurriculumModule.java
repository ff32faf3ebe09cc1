package org.mentoringcommons.curriculum.catalog;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A unit of a curriculum version.
 *
 * @param key stable within the curriculum, so that versions can be compared
 * @param minutes the time it is planned for, 1 to 1440
 * @param required whether a delivery must cover it
 * @param competency the competency it trains, or null
 */
@Embeddable
@Schema(name = "Module")
record CurriculumModule(
        @Schema(examples = "communication") @NotNull @Pattern(regexp = Key.PATTERN, message = Key.MESSAGE) String key,
        @Schema(examples = "Effective communication")
                @NotBlank
                @Size(max = 200)
                @Pattern(regexp = Key.LINE, message = Key.LINE_MESSAGE)
                String title,
        @Schema(examples = "60") @NotNull @Min(1) @Max(1440) Integer minutes,
        @NotNull Boolean required,
        @Schema(examples = "communication") @Pattern(regexp = Key.PATTERN, message = Key.MESSAGE) String competency) {}
