package org.mentoringcommons.curriculum.catalog;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.curriculum.content.Manifest;

/**
 * A unit of a curriculum version.
 *
 * @param key stable within the curriculum, so that versions can be compared
 * @param minutes the time it is planned for, 1 to 1440
 * @param required whether a delivery must cover it
 * @param competency the competency it trains, or null
 * @param audiences for these alone, or null for whomever the curriculum addresses
 */
@Embeddable
@Schema(name = "Module")
public record CurriculumModule(
        @Schema(examples = "communication") @NotNull @Pattern(regexp = Key.PATTERN, message = Key.MESSAGE) String key,
        @Schema(examples = "Effective communication")
                @NotBlank
                @Size(max = 200)
                @Pattern(regexp = Key.LINE, message = Key.LINE_MESSAGE)
                String title,
        @Schema(examples = "60") @NotNull @Min(1) @Max(1440) Integer minutes,
        @NotNull Boolean required,
        @Schema(examples = "communication") @Pattern(regexp = Key.PATTERN, message = Key.MESSAGE) String competency,
        @Schema(description = "For these alone; without it, for whomever the curriculum addresses", nullable = true)
                @Size(min = 1, max = 3)
                List<
                                @NotNull
                                @Pattern(regexp = "mentee|mentor|combined", message = "mentee, mentor or combined")
                                String>
                        audiences) {

    static CurriculumModule of(Manifest.Module module) {
        return new CurriculumModule(
                module.key(),
                module.title(),
                module.minutes(),
                module.isRequired(),
                module.competency(),
                module.audiences());
    }

    Manifest.Module described() {
        return new Manifest.Module(key, title, minutes, required, competency, audiences, List.of());
    }
}
