package org.mentoringcommons.analytics.cube;

/**
 * What the next release has to know of this one: of every cell, what stands published, since which release, and a sketch of
 * who contributed then. Sealed like the cube; holds nothing of single people. Immutable.
 */
public final class Standing {

    private final byte[] bytes;

    private Standing(byte[] bytes) {
        this.bytes = bytes;
    }

    /** {@return it as written by {@link #bytes()}} */
    public static Standing of(byte[] bytes) {
        return new Standing(bytes.clone());
    }

    /** {@return it as bytes, always the same for the same release} */
    public byte[] bytes() {
        return bytes.clone();
    }
}
