package org.mentoringcommons.survey.coding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One coder's codes for a text. */
public record NewCodes(
        @NotNull @Valid CodebookReference codebook,
        @NotEmpty @Size(max = 50) @Schema(examples = "[\"Vague Response\"]") List<@NotNull String> codes) {}
