package org.mentoringcommons.survey.pseudonym;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mentoringcommons.survey.seal.Hmac;

/**
 * Codes for participants: HMAC-SHA-256 of the participant's id under a key of the protocol, itself derived from a
 * secret outside the database. The same participant has one pseudonym within a protocol and unrelated ones in others.
 */
@ApplicationScoped
public class Pseudonyms {

    private static final int SECRET_BYTES = 32;

    private final byte[] secret;

    Pseudonyms(@ConfigProperty(name = "survey.pseudonym-secret") String base64) {
        secret = Base64.getDecoder().decode(base64);
        if (secret.length < SECRET_BYTES) {
            throw new IllegalArgumentException("SURVEY_PSEUDONYM_SECRET has fewer than 32 bytes");
        }
    }

    /** The pseudonym of a participant within a protocol: 32 bytes. */
    public byte[] of(UUID protocol, UUID participant) {
        byte[] protocolKey = Hmac.of(secret, Hmac.bytes(protocol));
        return Hmac.of(protocolKey, Hmac.bytes(participant));
    }
}
