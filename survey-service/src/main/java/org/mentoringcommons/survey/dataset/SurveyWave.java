package org.mentoringcommons.survey.dataset;

import java.time.LocalDate;
import java.util.UUID;
import org.mentoringcommons.survey.protocol.Occasion;

/**
 * A wave whose answers are rows.
 *
 * @param day the workshop's last session ended, by the institution's clocks; null if nobody said
 */
public record SurveyWave(UUID id, Occasion occasion, UUID workshop, String curriculum, LocalDate day, Form form) {}
