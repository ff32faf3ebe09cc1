package org.mentoringcommons.analytics.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** A Parquet file as an independent reader sees it: DuckDB, with which analysts read such files. */
final class Duck {

    private Duck() {}

    /** The names of the columns, each with its type. */
    static List<String> columns(byte[] file) throws IOException, SQLException {
        List<String> columns = new ArrayList<>();
        query(
                "describe select * from read_parquet('%s')",
                file, row -> {
                    columns.add(row.getString("column_name") + " " + row.getString("column_type"));
                });
        return columns;
    }

    /** All values row by row, none as the empty text. */
    static List<List<String>> rows(byte[] file) throws IOException, SQLException {
        List<List<String>> rows = new ArrayList<>();
        query(
                "select * from read_parquet('%s')",
                file, row -> {
                    List<String> values = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        values.add(row.getString(column) == null ? "" : row.getString(column));
                    }
                    rows.add(values);
                });
        return rows;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void query(String query, byte[] content, RowReader reader) throws IOException, SQLException {
        Path file = Files.createTempFile("extract", ".parquet");
        try {
            Files.write(file, content);
            try (Connection duck = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                    ResultSet row = duck.createStatement().executeQuery(query.formatted(file))) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        } finally {
            Files.delete(file);
        }
    }
}
