package org.mentoringcommons.provisioning.drift;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that Keycloak has otherwise than the registry. */
@Schema(description = "Something that Keycloak has otherwise than the registry")
public record Difference(
        @Schema(examples = "lakeside") String institution,
        @Schema(examples = "member") What what,
        @Schema(
                        nullable = true,
                        examples = "kofi.mensah",
                        description =
                                "Whose membership or roles, which domain, or which setting of the campus login; null where it "
                                        + "is the organization itself")
                String which,
        @Schema(nullable = true, examples = "facilitator", description = "What the registry says; null: nothing")
                String registry,
        @Schema(
                        nullable = true,
                        examples = "evaluator",
                        description = "What Keycloak has; null: nothing. Of proposed keys, what the campus announces")
                String keycloak) {

    /** What can differ. */
    @Schema(name = "WhatDiffers")
    public enum What {
        /** The registry's last change has not reached Keycloak yet; it is tried again. */
        @JsonProperty("unsettled")
        UNSETTLED,
        @JsonProperty("organization")
        ORGANIZATION,
        @JsonProperty("name")
        NAME,
        @JsonProperty("alias")
        ALIAS,
        @JsonProperty("enabled")
        ENABLED,
        @JsonProperty("domain")
        DOMAIN,
        @JsonProperty("member")
        MEMBER,
        @JsonProperty("roles")
        ROLES,
        /** A setting of the campus login. */
        @JsonProperty("sign-in")
        SIGN_IN,
        /** What a campus announces by itself, waiting for an administrator's yes. */
        @JsonProperty("proposed-keys")
        PROPOSED_KEYS
    }
}
