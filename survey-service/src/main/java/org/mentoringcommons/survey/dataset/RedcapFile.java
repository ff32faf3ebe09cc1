package org.mentoringcommons.survey.dataset;

import java.io.IOException;
import java.util.List;

/** Records as REDCap imports them, with the data dictionary of their project and a codebook. */
public final class RedcapFile implements DatasetFile {

    private static final Object[] HEADINGS = {
        "Variable / Field Name",
        "Form Name",
        "Section Header",
        "Field Type",
        "Field Label",
        "Choices, Calculations, OR Slider Labels",
        "Field Note",
        "Text Validation Type OR Show Slider Number",
        "Text Validation Min",
        "Text Validation Max",
        "Identifier?",
        "Branching Logic (Show field only if...)",
        "Required Field?",
        "Custom Alignment",
        "Question Number (surveys only)",
        "Matrix Group Name",
        "Matrix Ranking?",
        "Field Annotation"
    };

    private final List<Column> columns;
    private final Lines records;

    public RedcapFile(Dataset dataset, Sheets sheets) throws IOException {
        List<RedcapField> fields = RedcapProject.of(dataset);
        columns = fields.stream().flatMap(field -> field.columns().stream()).toList();
        try (Lines dictionary = new Lines(sheets.open(Sheet.DICTIONARY))) {
            dictionary.line(HEADINGS);
            for (RedcapField field : fields) {
                dictionary.line(field.line());
            }
        }
        try (Lines codebook = new Lines(sheets.open(Sheet.CODEBOOK))) {
            Codebook.write(columns, Codebook.Values.NUMBERS_ONLY, codebook);
        }
        records = new Lines(sheets.open(Sheet.DATA));
        records.line(columns.stream().map(Column::name).toArray());
    }

    @Override
    public void row(Row row) throws IOException {
        for (Column column : columns) {
            records.cell(column.reading().apply(row));
        }
        records.end();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
