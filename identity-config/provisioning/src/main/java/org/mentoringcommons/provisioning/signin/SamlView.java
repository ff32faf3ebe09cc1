package org.mentoringcommons.provisioning.signin;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a campus login by SAML 2.0 said of itself last. */
@Schema(description = "A campus login by SAML 2.0")
record SamlView(
        @Schema(examples = "https://login.lakeside.example/idp/sso", description = "Where people are taken")
                String singleSignOn,
        @Schema(description = "Base64 of those it may sign with; an answer signed otherwise, or not at all, is refused")
                List<String> certificates,
        @Schema(
                        examples =
                                "5F:A0:3B:0C:5C:2F:5E:11:7C:0A:55:4E:0B:E2:4B:47:8D:5C:55:B0:5A:0D:0F:2D:53:67:42:77:0B:6E:3A:91",
                        description = "Their SHA-256 digests in the same order")
                List<String> fingerprints,
        @Schema(
                        nullable = true,
                        examples = "urn:oid:0.9.2342.19200300.100.1.3",
                        description = "The attribute that is a person's e-mail address; null if their NameID is")
                String emailAttribute,
        @Schema(
                        examples =
                                "https://login.exchange.example/realms/mentoring-commons/broker/campus-lakeside/endpoint/descriptor",
                        description = "Our own metadata, for the campus")
                String metadataUrl,
        @Schema(
                        nullable = true,
                        examples = "https://login.lakeside.example/idp/metadata",
                        description =
                                "Where the campus shows its metadata, which are read again every hour; null if they "
                                        + "were given themselves, which then hold until they are written again")
                String campusMetadataUrl,
        @Schema(nullable = true, description = "When they were read last, or tried to be") Instant readAt,
        @Schema(
                        nullable = true,
                        examples = "does not answer with its metadata at https://login.lakeside.example/idp/metadata",
                        description = "Why they could not be taken over then; what was read before holds meanwhile")
                String problem,
        @Schema(nullable = true, description = "What waits for an administrator's yes; null mostly")
                ProposalView proposed) {}
