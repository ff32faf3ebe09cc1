package org.mentoringcommons.survey.protocol;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.Keys;

/**
 * What a participant reads before answering. Taking part is voluntary; the research question is asked apart, and a "no"
 * to it never blocks an answer.
 *
 * @param version what an answer says it was given under
 * @param text what taking part means
 * @param researchQuestion answered yes or no: may the answers be used for research?
 */
@Embeddable
public record Consent(
        @Column(name = "consent_version") @NotNull @Pattern(regexp = Keys.NAME) @Schema(examples = "2026-01")
                String version,
        @Column(name = "consent_text")
                @NotBlank
                @Size(max = 20_000)
                @Schema(examples = "Taking part is your choice. You may leave out any question.")
                String text,
        @NotBlank @Size(max = 2_000) @Schema(examples = "May your answers be used for research?")
                String researchQuestion) {}
