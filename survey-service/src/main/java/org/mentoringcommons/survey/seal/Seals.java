package org.mentoringcommons.survey.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals what participants take away, so that it proves itself and need not be stored: base64url of the content and the
 * first 128 bits of its HMAC-SHA-256. The keys are derived from the pseudonyms' secret, one a purpose, because that
 * secret is meant to last: what was handed out is to hold for years.
 */
@ApplicationScoped
public class Seals {

    /** What a seal is for; one made for another purpose is none. */
    public enum Purpose {
        CONSENT_RECORD,
        PROOF_OF_WITHDRAWAL,
        FORGOTTEN,
        /** What a draft is found by. */
        DRAFT,
        /** What a draft is encrypted under. */
        DRAFT_CONTENT,
        /** What a person is called beside answers that belong together. */
        PERSON,
        /** What a mentee and a mentor are called beside theirs. */
        PAIR,
        /** What lets an evaluator's browser in to the coding page, once. */
        CODING_TICKET,
        /** What that browser shows after that. */
        CODING_SESSION,
        /** What messages to a webhook are signed with. */
        WEBHOOK,
        /** Where somebody stands in a round of mails. */
        PLACE
    }

    private static final int MAC = 16;
    private static final int LONGEST = 400;

    private final Map<Purpose, byte[]> keys = new EnumMap<>(Purpose.class);

    Seals(@ConfigProperty(name = "survey.pseudonym-secret") String base64) {
        byte[] secret = Base64.getDecoder().decode(base64);
        for (Purpose purpose : Purpose.values()) {
            String label = "seal/" + purpose.name().toLowerCase(Locale.ROOT);
            keys.put(purpose, Hmac.of(secret, label.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    /** The content with its seal, in characters that fit an address. */
    public String seal(Purpose purpose, byte[] content) {
        byte[] sealed = Arrays.copyOf(content, content.length + MAC);
        System.arraycopy(hash(purpose, content), 0, sealed, content.length, MAC);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The content if we sealed it for this; in the same time wherever it is wrong. */
    public Optional<byte[]> open(Purpose purpose, String sealed) {
        if (sealed.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        if (bytes.length <= MAC) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(bytes, bytes.length - MAC);
        byte[] claimed = Arrays.copyOfRange(bytes, content.length, bytes.length);
        boolean ours = MessageDigest.isEqual(claimed, Arrays.copyOf(hash(purpose, content), MAC))
                && seal(purpose, content).equals(sealed); // one spelling only
        return ours ? Optional.of(content) : Optional.empty();
    }

    /** A name made of these: the same each time, and nobody's without the secret. */
    public UUID code(Purpose purpose, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteBuffer hash = ByteBuffer.wrap(hash(purpose, content.toByteArray()));
        return new UUID(hash.getLong(), hash.getLong());
    }

    /** A keyed hash of the content: the same each time, and nobody's without the secret. */
    public byte[] hash(Purpose purpose, byte[] content) {
        return Hmac.of(keys.get(purpose), content);
    }
}
