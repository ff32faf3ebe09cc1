package org.mentoringcommons.analytics.extract;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A row file asked for.
 *
 * @param purpose what the rows are for; kept with who asked and when
 */
record NewExtract(@NotNull Format format, @NotBlank @Size(max = 1000) String purpose) {}
