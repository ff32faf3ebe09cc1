package org.mentoringcommons.survey.coding;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a disputed text is settled as, in the codebook its coders used. */
record NewConsensus(@NotEmpty @Size(max = 50) @Schema(examples = "[\"Vague Response\"]") List<@NotNull String> codes) {}
