package org.mentoringcommons.provisioning.signin;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a campus announces, and nothing proves to be its own. */
@Schema(
        description =
                "What the campus announces, and nothing proves to be its own; it waits for an administrator's yes")
record ProposalView(
        @Schema(
                        examples = "0f6cb1b7f1b2a7c5d8c6b7b0a4a8b6f6a6d0c7a4b0e9e8c1c8b3a1f2d3e4f5a6",
                        description = "To be named when it is accepted, so that nothing else is")
                String proposal,
        @Schema(examples = "https://login.lakeside.example/idp/sso", description = "Where people would be taken")
                String singleSignOn,
        @Schema(description = "Base64 of those it could sign with then") List<String> certificates,
        @Schema(
                        examples =
                                "5F:A0:3B:0C:5C:2F:5E:11:7C:0A:55:4E:0B:E2:4B:47:8D:5C:55:B0:5A:0D:0F:2D:53:67:42:77:0B:6E:3A:91",
                        description =
                                "Their SHA-256 digests in the same order, to be compared with the campus by another way")
                List<String> fingerprints,
        @Schema(description = "When it was announced first") Instant since) {}
