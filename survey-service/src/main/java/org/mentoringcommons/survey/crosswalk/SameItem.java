package org.mentoringcommons.survey.crosswalk;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An item of one version that is the same as one of the other.
 *
 * @param from its key in the one
 * @param to its key in the other
 */
record SameItem(
        @NotNull @Schema(examples = "communication_5") String from,
        @NotNull @Schema(examples = "diversity_3") String to) {}
