package org.mentoringcommons.analytics.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.mentoringcommons.analytics.extract.ParquetColumn.Chunk;

/**
 * Rows as Parquet: a flat table of optional 32-bit integers and UTF-8 texts, plainly encoded, one gzip page a column and
 * row group. Memory is bounded by a row group; the footer grows by a few bytes a group and column. After the published
 * description of the format (apache/parquet-format); see ADR 0008.
 */
final class ParquetFile implements TidyFile {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROWS_A_GROUP = 20_000;
    private static final int REQUIRED = 0;
    private static final int OPTIONAL = 1;
    private static final int UTF8 = 0;

    /** One row group, already written. */
    private record Group(List<Chunk> chunks, long rows) {
        long uncompressed() {
            return chunks.stream().mapToLong(Chunk::uncompressed).sum();
        }
    }

    private final OutputStream out;
    private final List<ParquetColumn> columns;
    private final int rowsAGroup;
    private final List<Group> groups = new ArrayList<>();
    private long position;
    private int rows;

    ParquetFile(OutputStream out, List<Column> columns) throws IOException {
        this(out, columns, ROWS_A_GROUP);
    }

    ParquetFile(OutputStream out, List<Column> columns, int rowsAGroup) throws IOException {
        this.out = out;
        this.columns = columns.stream().map(ParquetColumn::new).toList();
        this.rowsAGroup = rowsAGroup;
        write(MAGIC);
    }

    @Override
    public void row(Object[] values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            columns.get(i).add(values[i]);
        }
        rows++;
        if (rows == rowsAGroup) {
            endGroup();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (rows > 0) {
                endGroup();
            }
            byte[] footer = footer();
            write(footer);
            write(littleEndian(footer.length));
            write(MAGIC);
        }
    }

    private void endGroup() throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        for (ParquetColumn column : columns) {
            byte[] page = column.page();
            byte[] packed = packed(page);
            byte[] header = new Thrift()
                    .i32(1, 0) // a data page
                    .i32(2, page.length)
                    .i32(3, packed.length)
                    .struct(5)
                    .i32(1, rows)
                    .i32(2, ParquetColumn.PLAIN)
                    .i32(3, ParquetColumn.RLE)
                    .i32(4, ParquetColumn.RLE)
                    .end()
                    .bytes();
            chunks.add(new Chunk(column, position, rows, header.length + page.length, header.length + packed.length));
            write(header);
            write(packed);
        }
        groups.add(new Group(chunks, rows));
        rows = 0;
    }

    private byte[] footer() {
        long total = groups.stream().mapToLong(Group::rows).sum();
        return new Thrift()
                .i32(1, 1)
                .structs(2, schema(), (element, column) -> {
                    if (column == null) {
                        element.i32(3, REQUIRED).string(4, "rows").i32(5, columns.size());
                    } else {
                        element.i32(1, column.physicalType()).i32(3, OPTIONAL).string(4, column.name());
                        if (column.isText()) {
                            element.i32(6, UTF8);
                        }
                    }
                })
                .i64(3, total)
                .structs(4, groups, (group, written) -> group.structs(1, written.chunks(), Chunk::describe)
                        .i64(2, written.uncompressed())
                        .i64(3, written.rows()))
                .string(6, "Mentoring Commons version 1.0.0")
                .bytes();
    }

    /** The root, which is no column, and the columns. */
    private List<ParquetColumn> schema() {
        List<ParquetColumn> schema = new ArrayList<>();
        schema.add(null);
        schema.addAll(columns);
        return schema;
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    private static byte[] packed(byte[] page) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(page);
        }
        return packed.toByteArray();
    }

    static byte[] littleEndian(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }
}
