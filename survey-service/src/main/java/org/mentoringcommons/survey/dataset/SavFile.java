package org.mentoringcommons.survey.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.List;
import org.mentoringcommons.survey.spss.SystemFile;

/** Rows as an SPSS system file, with a codebook. */
public final class SavFile implements DatasetFile {

    private final List<Column> columns;
    private final SystemFile file;

    public SavFile(Dataset dataset, Sheets sheets) throws IOException {
        columns = Columns.of(dataset);
        try (Lines codebook = new Lines(sheets.open(Sheet.CODEBOOK))) {
            Codebook.write(columns, Codebook.Values.NUMBERS, codebook);
        }
        file = new SystemFile(
                new BufferedOutputStream(sheets.open(Sheet.DATA)),
                dataset.name(),
                dataset.created(),
                Math.toIntExact(dataset.rows()),
                columns.stream().map(Column::variable).toList());
    }

    @Override
    public void row(Row row) throws IOException {
        Object[] values = new Object[columns.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = columns.get(index).stored(row);
        }
        file.row(values);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
