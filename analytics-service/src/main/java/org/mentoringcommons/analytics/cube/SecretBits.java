package org.mentoringcommons.analytics.cube;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Random bits that follow from a secret and a name, so that the same can be drawn again by who holds the secret, and by nobody
 * else: HMAC-SHA256 of the name and a counter. Not safe for use by several threads.
 */
final class SecretBits {

    private static final String MAC = "HmacSHA256";
    private static final int LEAST = 32;

    private final Mac mac;
    private final byte[] name;
    private byte[] block = new byte[0];
    private int used;
    private long blocks;

    /**
     * @param secret at least 32 bytes
     * @param name of what is drawn; of another name other bits are drawn
     */
    SecretBits(byte[] secret, String name) {
        if (secret.length < LEAST) {
            throw new IllegalArgumentException("a secret of at least " + LEAST + " bytes");
        }
        try {
            mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        this.name = name.getBytes(StandardCharsets.UTF_8);
    }

    /** {@return a number from 0 to below a bound, each as likely as any other} */
    BigInteger below(BigInteger bound) {
        int bits = bound.subtract(BigInteger.ONE).bitLength();
        while (true) { // less than twice on average
            BigInteger drawn = drawn(bits);
            if (drawn.compareTo(bound) < 0) {
                return drawn;
            }
        }
    }

    private BigInteger drawn(int bits) {
        byte[] bytes = new byte[(bits + Byte.SIZE - 1) / Byte.SIZE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = next();
        }
        return new BigInteger(1, bytes).shiftRight(bytes.length * Byte.SIZE - bits);
    }

    private byte next() {
        if (used == block.length) {
            mac.update(name);
            mac.update((byte) 0);
            block = mac.doFinal(BigInteger.valueOf(++blocks).toByteArray());
            used = 0;
        }
        return block[used++];
    }
}
