package org.mentoringcommons.curriculum.agreement;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A signature under what was read. */
record NewSignature(
        @Schema(description = "The round that is signed: the newest", examples = "1") @NotNull Integer round) {}
