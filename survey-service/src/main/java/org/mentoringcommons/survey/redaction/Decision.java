package org.mentoringcommons.survey.redaction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a person decides about a text.
 *
 * @param revision of the answer that was read
 * @param spans what is to go, in any order; none if the text can stay as it is
 */
@Schema(name = "RedactionDecision")
public record Decision(
        @NotNull @Schema(examples = "1") Integer revision,
        @NotNull @Size(max = 500) List<@NotNull @Valid Span> spans) {}
