package org.mentoringcommons.curriculum.adaptation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to take of what is new upstream. */
record NewMerge(
        @Schema(description = "The newest revision, on which it was decided") @NotNull Integer basedOn,
        @Schema(description = "A published version of the curriculum it was made from", examples = "2.2.0")
                @NotNull
                @Size(max = 80)
                String version,
        @Schema(description = "Units where both sides changed something and theirs is wanted") @Size(max = 10_000)
                List<@NotNull String> take,
        @Schema(description = "Units where ours stays; whatever is in neither is taken") @Size(max = 10_000)
                List<@NotNull String> keep) {

    NewMerge {
        take = Objects.requireNonNullElse(take, List.of());
        keep = Objects.requireNonNullElse(keep, List.of());
    }
}
