package org.mentoringcommons.analytics.extract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Writes Thrift's compact protocol, in which Parquet keeps its metadata: fields in rising order of their ids, each by its
 * distance to the one before. Only what a flat table needs.
 */
final class Thrift {

    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    Thrift i32(int id, int value) {
        field(id, I32);
        zigzag(value);
        return this;
    }

    Thrift i64(int id, long value) {
        field(id, I64);
        zigzag(value);
        return this;
    }

    Thrift string(int id, String value) {
        field(id, BINARY);
        text(value);
        return this;
    }

    /** Begins a struct, which {@link #end()} ends. */
    Thrift struct(int id) {
        field(id, STRUCT);
        return nested();
    }

    Thrift end() {
        out.write(0);
        last = outer.pop();
        return this;
    }

    Thrift integers(int id, int... values) {
        list(id, I32, values.length);
        for (int value : values) {
            zigzag(value);
        }
        return this;
    }

    Thrift strings(int id, String... values) {
        list(id, BINARY, values.length);
        for (String value : values) {
            text(value);
        }
        return this;
    }

    <T> Thrift structs(int id, List<T> elements, BiConsumer<Thrift, T> content) {
        list(id, STRUCT, elements.size());
        for (T element : elements) {
            nested();
            content.accept(this, element);
            end();
        }
        return this;
    }

    /** {@return the outermost struct, ended} */
    byte[] bytes() {
        out.write(0);
        return out.toByteArray();
    }

    private Thrift nested() {
        outer.push(last);
        last = 0;
        return this;
    }

    private void field(int id, int type) {
        out.write((id - last) << 4 | type);
        last = id;
    }

    private void list(int id, int type, int size) {
        field(id, LIST);
        if (size < SHORT_LIST) {
            out.write(size << 4 | type);
        } else {
            out.write(SHORT_LIST << 4 | type);
            varint(size);
        }
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private void zigzag(long value) {
        varint(value << 1 ^ value >> 63);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
