package org.mentoringcommons.curriculum.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** CSV in UTF-8 with a known header. Faults are told by line, and never repeat what the line says. */
public final class CsvFile {

    // A record ends where its line ends, so that one stray quote spoils one line and not the rest of the file.
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(false).get();

    private final List<String> header;
    private final Consumer<Row> rows;
    private final Wrong wrong;

    /** Is told what is wrong with which line, from 1. */
    @FunctionalInterface
    public interface Wrong {
        void tell(int line, String message);
    }

    /**
     * A line below the header.
     *
     * @param line from 1, of which the header is the first
     */
    public record Row(int line, List<String> header, List<String> cells) {

        /** What stands under this heading; empty if nothing does. */
        public String cell(String heading) {
            return cells.get(header.indexOf(heading));
        }
    }

    private CsvFile(List<String> header, Consumer<Row> rows, Wrong wrong) {
        this.header = header;
        this.rows = rows;
        this.wrong = wrong;
    }

    /**
     * Reads the lines in their order; blank ones are passed over.
     *
     * @param header the headings the first line must have, in this order and any case
     * @param rows takes each line that has as many cells
     */
    public static void read(byte[] bytes, List<String> header, Consumer<Row> rows, Wrong wrong) {
        CsvFile file = new CsvFile(header, rows, wrong);
        List<Utf8Line> texts = Utf8Line.of(bytes);
        for (Utf8Line text : texts) {
            if (text.isMalformed()) {
                wrong.tell(text.number(), "is not UTF-8; save the file as \"CSV UTF-8\"");
            }
        }
        if (file.hasHeader(texts.get(0))) {
            texts.subList(1, texts.size()).forEach(file::readRow);
        }
    }

    private boolean hasHeader(Utf8Line first) {
        if (first.isMalformed()) {
            return false;
        }
        List<String> columns = columns(first);
        boolean right = columns != null
                && columns.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList()
                        .equals(header);
        if (!right) {
            wrong.tell(1, "must be the header " + String.join(",", header));
        }
        return right;
    }

    private void readRow(Utf8Line text) {
        if (text.isMalformed() || text.text().isBlank()) {
            return;
        }
        List<String> columns = columns(text);
        if (columns == null) {
            wrong.tell(text.number(), "has a quotation mark that does not end, or stands inside a word");
        } else if (columns.size() != header.size()) {
            wrong.tell(text.number(), "has " + columns.size() + " columns instead of " + header.size());
        } else {
            rows.accept(new Row(text.number(), header, columns));
        }
    }

    /** Null if the line is not CSV. */
    private static List<String> columns(Utf8Line line) {
        try (var parser = FORMAT.parse(new StringReader(line.text()))) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty() ? List.of() : records.get(0).toList();
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            return null;
        }
    }
}
