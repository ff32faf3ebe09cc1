package org.mentoringcommons.survey.pseudonym;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

    /**
     * The pseudonym of somebody whom a file of answers collected elsewhere names by these words: the same in every file under
     * the protocol, and that of no participant of a roster.
     */
    public byte[] ofImported(UUID protocol, String participant) {
        return ofWords(protocol, "imported", participant);
    }

    /** By what an answer from such a file is known again; it leads neither to the line nor to whoever answered. */
    public byte[] ofRecord(UUID protocol, String... words) {
        return ofWords(protocol, words);
    }

    private byte[] ofWords(UUID protocol, String... words) {
        byte[] key = Hmac.of(secret, Hmac.bytes(protocol), "words".getBytes(StandardCharsets.UTF_8));
        byte[][] parts = new byte[2 * words.length][];
        for (int word = 0; word < words.length; word++) {
            byte[] bytes = words[word].getBytes(StandardCharsets.UTF_8);
            parts[2 * word] =
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array();
            parts[2 * word + 1] = bytes;
        }
        return Hmac.of(key, parts);
    }
}
