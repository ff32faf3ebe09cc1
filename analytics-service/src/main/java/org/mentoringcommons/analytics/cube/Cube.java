package org.mentoringcommons.analytics.cube;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A study's exact counts by every group of its releases, nothing suppressed. For the release role only. Immutable. */
public final class Cube {

    private final byte[] bytes;

    private Cube(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * {@return the cube written by {@link #bytes()}}
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Cube of(byte[] bytes) {
        return new Cube(bytes.clone());
    }

    /** {@return it as bytes, always the same for the same counts; what is sealed} */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@return SHA-256 of its bytes in hexadecimal, which is published} */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
