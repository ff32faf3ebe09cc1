package org.mentoringcommons.analytics.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written as Parquet, read back by an independent implementation. */
class ParquetFileTest {

    private static final List<String> TEXTS =
            List.of("a", "", "Zürich — 東京 🙂", "=1+1", "two\nlines", "quote \" comma ,", "x".repeat(70_000));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 99, 100, 101, 1_000, 1_025})
    void every_value_comes_back_whatever_the_number_of_rows_and_groups(int rows) throws IOException, SQLException {
        List<Column> columns = columns(12, 5);
        Random random = new Random(rows);
        List<List<String>> expected = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ParquetFile file = new ParquetFile(out, columns, 100)) {
            for (int i = 0; i < rows; i++) {
                Object[] values =
                        columns.stream().map(column -> value(column, random)).toArray();
                file.row(values);
                expected.add(java.util.Arrays.stream(values)
                        .map(value -> value == null ? "" : value.toString())
                        .toList());
            }
        }

        assertThat(Duck.rows(out.toByteArray())).isEqualTo(expected);
        assertThat(Duck.columns(out.toByteArray()))
                .startsWith("number_0 INTEGER", "number_1 INTEGER")
                .endsWith("text_3 VARCHAR", "text_4 VARCHAR")
                .hasSize(17);
    }

    @Test
    void a_value_that_is_not_of_its_columns_type_is_refused_and_not_written_as_something_else() throws IOException {
        try (ParquetFile file = new ParquetFile(new ByteArrayOutputStream(), columns(1, 0))) {
            assertThatThrownBy(() -> file.row(new Object[] {"four"})).isInstanceOf(ClassCastException.class);
        }
    }

    @Test
    void many_row_groups_take_no_more_than_one_at_a_time() throws IOException {
        long[] largest = {0};
        PartStream parts = new PartStream((part, content) -> largest[0] = Math.max(largest[0], content.length));
        List<Column> columns = columns(60, 0);
        try (ParquetFile file = new ParquetFile(parts, columns)) {
            Object[] values = java.util.stream.IntStream.range(0, 60).boxed().toArray();
            for (int i = 0; i < 100_000; i++) {
                file.row(values);
            }
        }

        assertThat(largest[0]).isLessThanOrEqualTo(PartStream.SIZE);
        assertThat(parts.bytes()).isPositive();
    }

    private static Object value(Column column, Random random) {
        if (random.nextInt(4) == 0) {
            return null;
        }
        return column.type() == Column.Type.INTEGER
                ? (Object) (random.nextInt(5) == 0 ? Integer.MIN_VALUE + random.nextInt(3) : random.nextInt(8))
                : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static List<Column> columns(int numbers, int texts) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < numbers; i++) {
            columns.add(new Column("number_" + i, Column.Type.INTEGER, null, null));
        }
        for (int i = 0; i < texts; i++) {
            columns.add(new Column("text_" + i, Column.Type.TEXT, null, null));
        }
        return columns;
    }
}
