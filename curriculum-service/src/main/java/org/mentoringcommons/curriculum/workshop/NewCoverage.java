package org.mentoringcommons.curriculum.workshop;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.curriculum.catalog.PublishedVersion;

/** Coverage to be recorded: {@code known} with modules, not known and without, or module by module. */
@Schema(examples = "{\"extents\": {\"communication\": \"delivered\", \"expectations\": \"partly\"}}")
record NewCoverage(
        @Schema(description = "True with the modules covered, and no others; false if nobody can tell") Boolean known,
        @Size(max = 200) List<@NotNull String> modules,
        @Schema(description = "In place of both, module by module; of those not named nobody can tell")
                @Size(min = 1, max = 200)
                Map<@NotNull String, @NotNull Extent> extents) {

    @AssertTrue(message = "is given, or else extents; not both")
    @Schema(hidden = true)
    boolean isKnown() {
        return (known == null) != (extents == null);
    }

    @AssertTrue(message = "modules are given if, and only if, the coverage is known")
    @Schema(hidden = true)
    boolean isModules() {
        return known == null ? modules == null : known == (modules != null && !modules.isEmpty());
    }

    Coverage within(PublishedVersion version) {
        if (extents != null) {
            return Coverage.of(extents, version);
        }
        return known ? Coverage.of(modules, version) : new Coverage.Unknown();
    }
}
