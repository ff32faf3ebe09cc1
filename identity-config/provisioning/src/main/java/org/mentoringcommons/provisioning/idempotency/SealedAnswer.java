package org.mentoringcommons.provisioning.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** An answer as it is kept: whole, and closed with the key of its request (AES-256-GCM). */
final class SealedAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private SealedAnswer() {}

    /**
     * An answer.
     *
     * @param headers those that belong to it: Location, ETag, Content-Type, Cache-Control
     */
    record Answer(int status, Map<String, String> headers, byte[] body) {
        @Override
        public String toString() {
            return "Answer[" + status + "]"; // its body may hold a secret
        }
    }

    static byte[] seal(IdempotencyKey key, Answer answer) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(JSON.writeValueAsBytes(answer));
            return ByteBuffer.allocate(nonce.length + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("an answer could not be sealed", impossible);
        }
    }

    static Answer open(IdempotencyKey key, byte[] sealed) {
        ByteBuffer content = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        content.get(nonce);
        byte[] closed = new byte[content.remaining()];
        content.get(closed);
        try {
            return JSON.readValue(cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(closed), Answer.class);
        } catch (GeneralSecurityException altered) {
            throw new IllegalStateException("a kept answer was altered", altered);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static Cipher cipher(int mode, IdempotencyKey key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.seal(), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
