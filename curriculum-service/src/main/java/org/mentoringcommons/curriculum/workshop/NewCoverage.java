package org.mentoringcommons.curriculum.workshop;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.curriculum.catalog.PublishedVersion;

/** Coverage to be recorded: {@code known} with modules, or not known and without. */
@Schema(examples = "{\"known\": true, \"modules\": [\"communication\", \"expectations\"]}")
record NewCoverage(@NotNull Boolean known, @Size(max = 200) List<@NotNull String> modules) {

    @AssertTrue(message = "modules are given if, and only if, the coverage is known")
    @Schema(hidden = true)
    boolean isModules() {
        return known == null || known == (modules != null && !modules.isEmpty());
    }

    Coverage within(PublishedVersion version) {
        return known ? Coverage.of(modules, version) : new Coverage.Unknown();
    }
}
