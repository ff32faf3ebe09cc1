package org.mentoringcommons.provisioning.portal;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A client id that a portal signs in with, and until when. */
@Schema(description = "A client id that a portal signs in with; never its secret")
record PortalClientView(
        @Schema(examples = "portal-lakeside-9f3a61c2") String clientId,
        @Schema(examples = "2026-03-02T14:00:00Z") Instant madeAt,
        @Schema(
                        nullable = true,
                        examples = "2026-03-03T14:00:00Z",
                        description = "When it stops working, since another has taken its place; else null")
                Instant endsAt) {}
