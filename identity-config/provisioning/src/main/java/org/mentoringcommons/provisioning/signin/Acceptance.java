package org.mentoringcommons.provisioning.signin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An administrator's yes to what a campus announces. */
@Schema(description = "A yes to what the campus announces")
record Acceptance(
        @NotNull
                @Pattern(regexp = "[0-9a-f]{64}", message = "must be the proposal's name: 64 digits 0-9, a-f")
                @Schema(
                        examples = "0f6cb1b7f1b2a7c5d8c6b7b0a4a8b6f6a6d0c7a4b0e9e8c1c8b3a1f2d3e4f5a6",
                        description = "saml.proposed.proposal, as the campus login shows it")
                String proposal) {}
