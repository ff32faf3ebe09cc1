package org.mentoringcommons.analytics.instrument;

import jakarta.validation.constraints.NotBlank;

/**
 * One frozen version of an instrument.
 *
 * @param key the instrument
 * @param version its version
 */
public record InstrumentReference(@NotBlank String key, @NotBlank String version) {}
