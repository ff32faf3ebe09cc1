package org.mentoringcommons.analytics.instrument;

import java.io.ByteArrayOutputStream;

/** Integers in as few bytes as their size needs, seven bits a byte; signed ones with the sign in the lowest bit. */
final class Varints {

    private final byte[] bytes;
    private int at;

    Varints(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("not an integer as it was written");
    }

    long signed() {
        long value = unsigned();
        return value >>> 1 ^ -(value & 1);
    }

    /** Writes them. */
    record Writer(ByteArrayOutputStream out) {

        void unsigned(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                out.write((int) (rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }

        void signed(long value) {
            unsigned(value << 1 ^ value >> 63);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
