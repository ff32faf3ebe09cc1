package org.mentoringcommons.provisioning.bulk;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A file as rows of cells: UTF-8 (with or without byte order mark), separated by commas. A row ends where its line ends,
 * so that one stray quotation mark spoils one line and not the rest of the file.
 */
final class Cells {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(false).get();
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Set<Character> FORMULA = Set.of('=', '+', '-', '@', '\t', '\r');

    private final List<Row> rows = new ArrayList<>();

    /**
     * A line of the file.
     *
     * @param line from 1, which is the header's
     */
    record Row(int line, List<String> cells) {}

    /** Reads what can be read, and tells what cannot. */
    Cells(byte[] bytes, Wrong wrong) {
        if (isUtf16(bytes)) {
            wrong.line(1, null, "is UTF-16; save the file as \"CSV UTF-8\"");
            return;
        }
        int number = 0;
        for (String line : decoded(bytes, wrong).split("\\r\\n|\\r|\\n", -1)) {
            number++;
            if (!line.isBlank()) {
                read(number, line, wrong);
            }
        }
    }

    List<Row> rows() {
        return rows;
    }

    private void read(int number, String line, Wrong wrong) {
        List<String> cells = cells(line);
        if (cells == null) {
            wrong.line(number, null, "has a quotation mark that does not end, or stands inside a word");
            return;
        }
        for (String cell : cells) {
            if (!cell.isEmpty() && FORMULA.contains(cell.charAt(0))) {
                wrong.line(
                        number,
                        null,
                        "has a cell that begins with " + cell.charAt(0) + ": spreadsheets take it for a formula");
                return;
            }
        }
        rows.add(new Row(number, cells));
    }

    /** Null if the line is not CSV. */
    private static List<String> cells(String line) {
        try (var parser = FORMAT.parse(new StringReader(line))) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty() ? List.of() : records.get(0).toList();
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            return null;
        }
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    }

    /** The text, with each malformed line told and left out; in UTF-8 no line end is part of a longer character. */
    private static String decoded(byte[] bytes, Wrong wrong) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        StringBuilder text = new StringBuilder(bytes.length);
        int start = 0;
        int number = 1;
        for (int at = 0; at <= bytes.length; at++) {
            if (at == bytes.length || bytes[at] == '\n') {
                CharBuffer line = CharBuffer.allocate(at - start + 1);
                CoderResult result = decoder.reset().decode(ByteBuffer.wrap(bytes, start, at - start), line, true);
                if (result.isError()) {
                    wrong.line(number, null, "is not UTF-8; save the file as \"CSV UTF-8\"");
                } else {
                    text.append(line.flip());
                }
                text.append(at == bytes.length ? "" : "\n");
                start = at + 1;
                number++;
            }
        }
        return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text.toString();
    }
}
