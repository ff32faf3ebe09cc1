package org.mentoringcommons.analytics.repeat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.mentoringcommons.tenancy.Refusal;

/** What a caller calls one request by; as identity's interface takes it. */
public final class IdempotencyKey {

    /** The header. */
    public static final String HEADER = "Idempotency-Key";

    /** What the interface's document says about it. */
    public static final String DESCRIPTION =
            "Names this request, so that it can be sent again: for 24 hours the same key with the same body takes effect once"
                    + " and is answered with what it made. 16 to 200 visible ASCII characters, such as a random UUID.";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{16,200}");

    private final byte[] hash;

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the header
     */
    IdempotencyKey(String text) {
        if (!FORM.matcher(text).matches()) {
            throw Refusal.badRequest("idempotency-key-unacceptable", "The Idempotency-Key is not acceptable")
                    .violation(HEADER, "must be 16 to 200 visible ASCII characters, such as a random UUID")
                    .problem();
        }
        hash = sha256(text);
    }

    /** From this alone the key cannot be told. */
    byte[] hash() {
        return hash.clone();
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
