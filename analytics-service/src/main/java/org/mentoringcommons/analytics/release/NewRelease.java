package org.mentoringcommons.analytics.release;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A release that a study is to publish.
 *
 * @param purpose what it is published for; on record for who reads it without saying what for
 * @param population whose answers: the study's own, and no other; may be left out
 */
record NewRelease(
        @NotBlank @Size(max = 500) String purpose,
        @Schema(enumeration = "consented", nullable = true) String population) {}
