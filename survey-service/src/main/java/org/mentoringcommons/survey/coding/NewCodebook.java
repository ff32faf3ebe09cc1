package org.mentoringcommons.survey.coding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.Keys;
import org.mentoringcommons.survey.instrument.Violations;

/**
 * A version of a codebook to be created, and so frozen.
 *
 * @param item key of the text item it is for, in whichever instruments have it
 */
record NewCodebook(
        @NotNull @Pattern(regexp = Keys.NAME) @Schema(examples = "planned-changes") String key,
        @NotNull @Pattern(regexp = Keys.NAME) @Schema(examples = "1") String version,
        @NotNull @Pattern(regexp = Keys.KEY) @Schema(examples = "planned_changes") String item,
        @NotEmpty @Size(max = 500) List<@NotNull @Valid Code> codes) {

    Violations violations() {
        Violations violations = Violations.none();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < codes.size(); index++) {
            if (!seen.add(codes.get(index).code())) {
                violations.of("codes", index).of("code").add("is in the codebook twice");
            }
        }
        return violations;
    }
}
