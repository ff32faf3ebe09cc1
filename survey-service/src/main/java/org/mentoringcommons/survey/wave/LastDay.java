package org.mentoringcommons.survey.wave;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Until when to ask.
 *
 * @param lastDay which is over at 24:00 by the institution's clocks
 */
record LastDay(@NotNull @Schema(examples = "2026-05-31") LocalDate lastDay) {}
