package org.mentoringcommons.curriculum.adaptation;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a workshop is held with in place of the shared version. */
@Schema(name = "UsedAdaptation")
record UsedRevision(@NotNull UUID adaptation, @Schema(examples = "2") @NotNull Integer revision) {}
