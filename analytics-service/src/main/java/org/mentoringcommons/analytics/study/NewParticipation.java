package org.mentoringcommons.analytics.study;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * An institution's agreement to take part.
 *
 * @param agreement version of the text agreed to; it must be the one in force
 */
record NewParticipation(@NotNull @Positive Integer agreement) {}
