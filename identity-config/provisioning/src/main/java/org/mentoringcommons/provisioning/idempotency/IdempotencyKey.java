package org.mentoringcommons.provisioning.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mentoringcommons.tenancy.Refusal;

/**
 * What a caller calls one request by. Long enough that nobody guesses it, because the answer is sealed with it: from the
 * hash, which is what is stored, neither the key nor the seal can be told.
 */
record IdempotencyKey(String text) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{16,200}");

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the header
     */
    IdempotencyKey {
        if (!FORM.matcher(text).matches()) {
            throw Refusal.badRequest("idempotency-key-unacceptable", "The Idempotency-Key is not acceptable")
                    .violation(HEADER, "must be 16 to 200 visible ASCII characters, such as a random UUID")
                    .problem();
        }
    }

    byte[] hash() {
        return derived("which request");
    }

    SecretKeySpec seal() {
        return new SecretKeySpec(derived("seal of its answer"), "AES");
    }

    private byte[] derived(String use) {
        try {
            Mac derivation = Mac.getInstance("HmacSHA256");
            derivation.init(new SecretKeySpec(text.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return derivation.doFinal(use.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "IdempotencyKey"; // it opens what is sealed with it
    }
}
