package org.mentoringcommons.provisioning.portal;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.provisioning.revision.Revision;

/** A portal. */
@Schema(description = "A portal")
record PortalView(
        @Schema(examples = "portal-lakeside-9f3a61c2", description = "Its id, and the client id of its first secret")
                String clientId,
        @Schema(examples = "Campus portal") String name,
        @Schema(examples = "[\"portal\"]") List<String> roles,
        @Schema(description = "What it signs in with now: more than one while a secret is being rotated")
                List<PortalClientView> clients,
        @Schema(examples = "[]", description = "Ids of the keys it signs with; empty if it has a secret")
                List<String> keys,
        @Schema(
                        nullable = true,
                        examples = "portal-lakeside-9f3a61c2-web",
                        description = "The client id of its pages, where people sign in; null if it has none")
                String frontEnd,
        @Schema(examples = "[\"https://portal.lakeside.example/signed-in\"]") List<String> redirectUris,
        @Schema(examples = "true", description = "Whether Keycloak is known to be as this says") boolean settled,
        @Schema(examples = "1", description = "Rises with each change; its ETag") long revision) {

    Revision seen() {
        return new Revision(revision);
    }
}
