package org.mentoringcommons.provisioning.portal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a portal shall be called, and all roles it shall hold, from now on. */
record ChangedPortal(
        @NotBlank @Size(max = 100) @Schema(examples = "Campus portal") String name,
        @NotEmpty @Schema(examples = "[\"portal\"]") Set<@PortalRole String> roles) {}
