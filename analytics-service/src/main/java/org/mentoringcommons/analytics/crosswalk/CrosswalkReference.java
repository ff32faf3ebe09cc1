package org.mentoringcommons.analytics.crosswalk;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A crosswalk from modules to scales as it was said under one number.
 *
 * @param key the crosswalk
 * @param number which saying of it
 */
public record CrosswalkReference(@NotBlank @Size(max = 80) String key, @Min(1) int number) {}
