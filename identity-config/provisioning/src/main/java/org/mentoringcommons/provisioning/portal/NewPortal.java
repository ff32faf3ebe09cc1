package org.mentoringcommons.provisioning.portal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A portal to be. */
record NewPortal(
        @NotBlank @Size(max = 100) @Schema(examples = "Campus portal") String name,
        @NotEmpty @Schema(examples = "[\"portal\"]") Set<@PortalRole String> roles,
        @Valid
                @Schema(
                        nullable = true,
                        description =
                                "Public keys of a portal that signs instead of keeping a secret; null for a secret")
                PortalKeys keys) {}
