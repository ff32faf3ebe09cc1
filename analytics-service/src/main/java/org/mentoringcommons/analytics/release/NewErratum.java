package org.mentoringcommons.analytics.release;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A notice that withdraws a release.
 *
 * @param reason for everybody who reads it
 * @param replacedBy a later release of the same study to use instead
 */
record NewErratum(@NotBlank @Size(max = 2000) String reason, @Schema(nullable = true) Integer replacedBy) {}
