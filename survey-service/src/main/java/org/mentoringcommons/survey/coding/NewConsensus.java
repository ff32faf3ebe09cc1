package org.mentoringcommons.survey.coding;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a disputed text is settled as, in the codebook its coders used.
 *
 * @param note why, if that is worth keeping; it stays in this service
 */
public record NewConsensus(
        @NotEmpty @Size(max = 50) @Schema(examples = "[\"Vague Response\"]") List<@NotNull String> codes,
        @Size(max = NewConsensus.LONGEST_NOTE) @Schema(examples = "Read together with the next sentence") String note) {

    public static final int LONGEST_NOTE = 2000;
}
