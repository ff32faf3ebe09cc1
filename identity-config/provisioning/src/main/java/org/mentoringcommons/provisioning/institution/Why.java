package org.mentoringcommons.provisioning.institution;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is done to an institution; shown to those responsible for it. */
record Why(@NotBlank @Size(max = Why.LENGTH) @Schema(examples = "The agreement is under review") String reason) {

    static final int LENGTH = 500;
}
