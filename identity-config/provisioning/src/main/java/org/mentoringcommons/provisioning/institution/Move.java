package org.mentoringcommons.provisioning.institution;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That an institution shall belong to another hub. */
record Move(
        @NotBlank @Schema(examples = "southeast", description = "Key of the hub it shall belong to") String hub,
        @NotBlank @Size(max = Why.LENGTH) @Schema(examples = "The consortium was divided anew") String reason) {}
