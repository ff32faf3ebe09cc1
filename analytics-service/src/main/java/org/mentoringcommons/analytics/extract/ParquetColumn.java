package org.mentoringcommons.analytics.extract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** The values of one column in the row group under way. */
final class ParquetColumn {

    static final int PLAIN = 0;
    static final int RLE = 3;
    private static final int INT32 = 1;
    private static final int BYTE_ARRAY = 6;
    private static final int GZIP = 2;

    /**
     * The written values of one column in one row group.
     *
     * @param at position in the file
     * @param values how many, missing ones included
     * @param uncompressed bytes before compression, header included
     * @param compressed bytes in the file, header included
     */
    record Chunk(ParquetColumn column, long at, long values, long uncompressed, long compressed) {

        static void describe(Thrift chunk, Chunk written) {
            chunk.i64(2, written.at())
                    .struct(3)
                    .i32(1, written.column().physicalType())
                    .integers(2, PLAIN, RLE)
                    .strings(3, written.column().name())
                    .i32(4, GZIP)
                    .i64(5, written.values())
                    .i64(6, written.uncompressed())
                    .i64(7, written.compressed())
                    .i64(9, written.at())
                    .end();
        }
    }

    private final Column column;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final BitSet present = new BitSet();
    private int rows;

    ParquetColumn(Column column) {
        this.column = column;
    }

    String name() {
        return column.name();
    }

    boolean isText() {
        return column.type() == Column.Type.TEXT;
    }

    int physicalType() {
        return isText() ? BYTE_ARRAY : INT32;
    }

    void add(Object value) {
        present.set(rows, value != null);
        rows++;
        if (value != null && isText()) {
            byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
            values.writeBytes(ParquetFile.littleEndian(bytes.length));
            values.writeBytes(bytes);
        } else if (value != null) {
            values.writeBytes(ParquetFile.littleEndian((Integer) value));
        }
    }

    /** {@return which values are present, one bit each in a bit-packed run with its length before it, then the values} */
    byte[] page() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        int groups = (rows + Byte.SIZE - 1) / Byte.SIZE;
        ByteArrayOutputStream levels = new ByteArrayOutputStream();
        int header = groups << 1 | 1;
        for (; (header & ~0x7f) != 0; header >>>= 7) {
            levels.write(header & 0x7f | 0x80);
        }
        levels.write(header);
        byte[] bits = new byte[groups];
        byte[] set = present.toByteArray();
        System.arraycopy(set, 0, bits, 0, set.length);
        levels.writeBytes(bits);
        page.writeBytes(ParquetFile.littleEndian(levels.size()));
        page.writeBytes(levels.toByteArray());
        page.writeBytes(values.toByteArray());
        values.reset();
        present.clear();
        rows = 0;
        return page.toByteArray();
    }
}
