package org.mentoringcommons.survey.instrument;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Items that are summed into one score.
 *
 * @param items keys of then/now items of equally many points
 * @param missing what becomes of a score when items are missing; {@code complete}: there is none unless all are answered
 */
public record Scale(
        @NotNull @Pattern(regexp = Keys.KEY) String key,
        @NotBlank @Size(max = Keys.LABEL) String label,
        @NotEmpty @Size(max = 200) List<@NotNull String> items,
        @NotNull @Pattern(regexp = "complete", message = "must be complete") @Schema(examples = "complete")
                String missing) {}
