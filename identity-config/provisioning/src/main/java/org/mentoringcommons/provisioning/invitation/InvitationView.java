package org.mentoringcommons.provisioning.invitation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invitation, as those see it who may invite. */
@Schema(description = "An invitation")
record InvitationView(
        UUID id,
        @Schema(
                        nullable = true,
                        examples = "kofi.mensah@lakeside.example",
                        description = "Kept only as long as it is needed: null once accepted, withdrawn or expired")
                String email,
        @Schema(examples = "[\"facilitator\"]") List<String> roles,
        @Schema(examples = "sent") State state,
        @Schema(examples = "2026-03-02T14:00:00Z") Instant requestedAt,
        @Schema(nullable = true, examples = "2026-03-02T14:00:01Z", description = "When the last mail went out")
                Instant sentAt,
        @Schema(examples = "2026-03-16T14:00:00Z") Instant expiresAt) {}
