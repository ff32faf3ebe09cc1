package org.mentoringcommons.analytics.cohort;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Reads what the database's view {@code packing} wrote. Texts and sets that repeat from workshop to workshop are made
 * once.
 */
final class PackedReader {

    private static final int KNOWN = 1 << 10;

    /** Bytes met before and what they say. */
    private record Met(byte[] bytes, Object meaning) {}

    private final Met[] texts = new Met[KNOWN];
    private final Met[] sets = new Met[KNOWN];
    private ByteBuffer in = ByteBuffer.allocate(0);

    void open(byte[] packed) {
        in = ByteBuffer.wrap(packed);
    }

    boolean hasMore() {
        return in.hasRemaining();
    }

    int integer() {
        return in.getInt();
    }

    long number() {
        return in.getLong();
    }

    UUID id() {
        return new UUID(in.getLong(), in.getLong());
    }

    String text() {
        int length = in.getInt();
        int from = in.position();
        in.position(from + length);
        return (String)
                meaning(texts, from, from + length, () -> new String(in.array(), from, length, StandardCharsets.UTF_8));
    }

    /** So many texts, in no order. */
    Set<String> texts(int count) {
        int from = in.position();
        for (int i = 0; i < count; i++) {
            in.position(in.position() + Integer.BYTES + in.getInt(in.position()));
        }
        int to = in.position();
        @SuppressWarnings("unchecked")
        Set<String> met = (Set<String>) meaning(sets, from, to, () -> {
            in.position(from);
            Set<String> read = new HashSet<>();
            for (int i = 0; i < count; i++) {
                read.add(text());
            }
            return Set.copyOf(read);
        });
        return met;
    }

    private Object meaning(Met[] met, int from, int to, Supplier<Object> read) {
        int hash = 1;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + in.array()[at];
        }
        int slot = (hash ^ hash >>> 16) & KNOWN - 1;
        Met found = met[slot];
        if (found == null || !Arrays.equals(found.bytes(), 0, found.bytes().length, in.array(), from, to)) {
            found = new Met(Arrays.copyOfRange(in.array(), from, to), read.get());
            met[slot] = found;
        }
        return found.meaning();
    }
}
