package org.mentoringcommons.survey.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mentoringcommons.survey.spss.Syntax;

/** Rows as CSV, with a codebook and the syntax by which SPSS reads them. */
public final class CsvFile implements DatasetFile {

    private final List<Column> columns;
    private final Lines lines;

    /** @param fileName of the rows, which the syntax names */
    public CsvFile(Dataset dataset, String fileName, Sheets sheets) throws IOException {
        columns = Columns.of(dataset);
        try (Lines codebook = new Lines(sheets.open(Sheet.CODEBOOK))) {
            Codebook.write(columns, Codebook.Values.CODES, codebook);
        }
        try (OutputStream syntax = sheets.open(Sheet.SYNTAX)) {
            syntax.write(
                    new Syntax(fileName, columns.stream().map(CsvFile::read).toList())
                            .toString()
                            .getBytes(StandardCharsets.UTF_8));
        }
        lines = new Lines(sheets.open(Sheet.DATA));
        lines.line(columns.stream().map(Column::name).toArray());
    }

    private static Syntax.Column read(Column column) {
        List<String> codes = column.values().codes();
        return new Syntax.Column(
                column.variable(),
                codes == null ? null : codes.stream().map(Cell::of).toList());
    }

    @Override
    public void row(Row row) throws IOException {
        for (Column column : columns) {
            lines.cell(column.written(row));
        }
        lines.end();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
