package org.mentoringcommons.provisioning.hub;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a hub can change. */
record HubName(@NotBlank @Size(max = 200) @Schema(examples = "Midwest Mentoring Hub") String name) {}
