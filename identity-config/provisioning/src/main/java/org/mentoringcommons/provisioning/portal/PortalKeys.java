package org.mentoringcommons.provisioning.portal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The public keys a portal signs with, in one of two forms.
 *
 * @param jwks a JSON Web Key Set (RFC 7517) of 1 to 10 RSA or EC keys, each with its {@code kid}
 * @param pem one public key as {@code -----BEGIN PUBLIC KEY-----}; its {@code kid} is then its thumbprint (RFC 7638)
 */
@Schema(description = "The public keys a portal signs with: either a JSON Web Key Set or one key as PEM")
record PortalKeys(
        @Schema(
                        nullable = true,
                        implementation = Object.class,
                        examples =
                                "{\"keys\": [{\"kty\": \"EC\", \"crv\": \"P-256\", \"kid\": \"2026\", \"x\": \"…\", \"y\": \"…\"}]}")
                JsonNode jwks,
        @Size(max = 10_000) @Schema(nullable = true, examples = "-----BEGIN PUBLIC KEY----- …") String pem) {}
