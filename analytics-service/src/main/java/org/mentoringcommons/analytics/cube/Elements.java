package org.mentoringcommons.analytics.cube;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands for a contribution in sketches: a keyed hash of the workshop, the measure, what was contributed and how many
 * of the workshop had contributed the same before. It names no answer row and no person: two people of a workshop who gave
 * the same answer could be exchanged. SipHash-2-4 under a key of the workshop's own, which is an HMAC under the secret.
 */
final class Elements {

    private static final String MAC = "HmacSHA256";
    private static final int KEY = 32;
    /** No stage's. */
    private static final long PERSON = 0x706572736f6eL;

    private final Mac mac;
    private final Map<Long, long[]> before = new HashMap<>();
    private long key0;
    private long key1;
    private UUID workshop;

    Elements(byte[] secret) {
        if (secret.length < KEY) {
            throw new IllegalArgumentException("a secret of at least " + KEY + " bytes");
        }
        try {
            mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Turns to a workshop; all contributions to one measure of it come one after the other. */
    void of(String institution, UUID id) {
        if (id.equals(workshop)) {
            return;
        }
        workshop = id;
        before.clear();
        mac.update(institution.getBytes(StandardCharsets.UTF_8));
        ByteBuffer key = ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array()));
        key0 = key.getLong();
        key1 = key.getLong();
    }

    /** The next contribution of this value. */
    long next(long measure, long scope, long value) {
        long which = hash(measure, scope, value, 0);
        long ordinal = ++before.computeIfAbsent(which, none -> new long[1])[0];
        return hash(measure, scope, value, ordinal);
    }

    /** The key of a person, which nobody else has, and who knows the secret alone. */
    long key(long kind, long what, long which) {
        return hash(kind, PERSON, what, which);
    }

    /** A number that stands for a name. */
    static long code(String name) {
        ByteBuffer bytes = ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8));
        Sip sip = new Sip(0x6d656e746f72696eL, 0x67636f6d6d6f6e73L);
        while (bytes.hasRemaining()) {
            sip.word(bytes.remaining() >= Long.BYTES ? bytes.getLong() : bytes.get());
        }
        return sip.end(name.length());
    }

    private long hash(long measure, long scope, long value, long ordinal) {
        Sip sip = new Sip(key0, key1);
        sip.word(measure);
        sip.word(scope);
        sip.word(value);
        sip.word(ordinal);
        return sip.end(4 * Long.BYTES);
    }

    /** SipHash-2-4 of whole words (Aumasson and Bernstein 2012). */
    private static final class Sip {

        private long v0;
        private long v1;
        private long v2;
        private long v3;

        Sip(long key0, long key1) {
            v0 = key0 ^ 0x736f6d6570736575L;
            v1 = key1 ^ 0x646f72616e646f6dL;
            v2 = key0 ^ 0x6c7967656e657261L;
            v3 = key1 ^ 0x7465646279746573L;
        }

        void word(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        long end(int length) {
            word((long) length << 56);
            v2 ^= 0xff;
            round();
            round();
            round();
            round();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
