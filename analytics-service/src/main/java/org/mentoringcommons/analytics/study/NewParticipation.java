package org.mentoringcommons.analytics.study;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * An institution's agreement to take part.
 *
 * @param agreement which text, in which version, was agreed to
 */
record NewParticipation(@NotBlank @Size(max = 500) String agreement) {}
