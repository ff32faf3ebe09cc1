package org.mentoringcommons.survey.coding;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of codes of the version before: several into one is a merge, one into one a new name, one into several a
 * split, which people have to decide text by text.
 *
 * @param from codes of the version before
 * @param to codes of this version
 */
@Schema(name = "CodeChange")
record Change(
        @NotEmpty @Size(max = 50) @Schema(examples = "[\"Agenda\", \"Meeting Notes\"]") List<@NotNull String> from,
        @NotEmpty @Size(max = 50) @Schema(examples = "[\"Prepare Meetings\"]") List<@NotNull String> to) {

    boolean splits() {
        return to.size() > 1;
    }

    /** What this code is called now; empty if that is for people to decide. */
    Optional<String> now(String code) {
        return splits() ? Optional.empty() : Optional.of(to.get(0));
    }
}
