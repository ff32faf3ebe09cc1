package org.mentoringcommons.analytics.study;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The next version of the text institutions agree to.
 *
 * @param material whether who agreed to an older version must agree again before anything more is shared
 */
record NewAgreementText(@NotBlank @Size(max = 20_000) String text, @NotNull Boolean material) {}
