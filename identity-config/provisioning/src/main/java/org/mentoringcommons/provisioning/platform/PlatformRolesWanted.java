package org.mentoringcommons.provisioning.platform;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All platform roles a person shall hold from now on, besides that of a hub's administrator. */
record PlatformRolesWanted(
        @NotEmpty @Schema(examples = "[\"analyst\"]")
                Set<
                                @NotNull
                                @Pattern(
                                        regexp = "^(analyst|platform-operator)$",
                                        message = "must be analyst or platform-operator")
                                String>
                        roles) {}
