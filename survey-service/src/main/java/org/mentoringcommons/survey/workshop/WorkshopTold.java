package org.mentoringcommons.survey.workshop;

import java.time.Instant;
import java.util.UUID;

/**
 * Raised within the transaction in which a workshop's fact takes effect, unless it is one of the past.
 *
 * @param version of the fact: the higher, the newer
 */
public record WorkshopTold(UUID id, String curriculum, String status, long version, Instant time) {}
