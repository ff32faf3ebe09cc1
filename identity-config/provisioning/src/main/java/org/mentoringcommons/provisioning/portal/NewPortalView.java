package org.mentoringcommons.provisioning.portal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A portal's credentials, shown this once. */
@Schema(description = "A portal's credentials; the secret is shown this once and kept by nobody but Keycloak")
record NewPortalView(
        @Schema(examples = "portal-lakeside-9f3a61c2") String clientId,
        @Schema(
                        nullable = true,
                        examples = "kept-by-the-portal-alone",
                        description = "Null for a portal that signs instead")
                String clientSecret) {
    @Override
    public String toString() {
        return "NewPortalView[" + clientId + "]";
    }
}
