package org.mentoringcommons.provisioning.portal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A portal to be. */
record NewPortal(
        @NotBlank @Size(max = 100) @Schema(examples = "Campus portal") String name,
        @NotEmpty @Schema(examples = "[\"portal\"]")
                Set<@NotNull @Pattern(regexp = "^portal$", message = "must be portal") String> roles) {}
