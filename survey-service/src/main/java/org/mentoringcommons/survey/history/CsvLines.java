package org.mentoringcommons.survey.history;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV as RFC 4180 has it, one record at a time, whatever the file is like: a stray quotation mark spoils its own
 * record, one that never closes is told where it opens, and neither a cell nor a line is held beyond a bound.
 */
final class CsvLines {

    /** More than the longest text that any item takes. */
    private static final int LONGEST_CELL = 50_000;

    private static final int MOST_CELLS = 5_000;
    /** Cells of less than the longest still make, all together, more than there is memory. */
    private static final int LONGEST_LINE = 1_000_000;

    private static final int END = -1;
    private static final int NOTHING_READ = -2;

    private final Reader text;
    private final char separator;
    private int line = 1;
    private int ahead = NOTHING_READ;
    private boolean over;

    CsvLines(Reader text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /**
     * A record.
     *
     * @param line on which it begins, from 1
     * @param fault what makes it unreadable; null if nothing does
     */
    record Line(int line, List<String> cells, String fault) {

        boolean isBlank() {
            return fault == null && cells.stream().allMatch(String::isBlank);
        }
    }

    /** The next record; null after the last. */
    Line next() throws IOException {
        if (over || peek() == END) {
            return null;
        }
        int begin = line;
        int held = 0;
        List<String> cells = new ArrayList<>();
        while (true) {
            StringBuilder cell = new StringBuilder();
            String fault = peek() == '"' ? quoted(cell) : plain(cell);
            if (fault == null && cells.size() >= MOST_CELLS) {
                fault = "has more than " + MOST_CELLS + " cells";
            }
            held += cell.length();
            if (fault == null && held > LONGEST_LINE) {
                fault = "has more than " + LONGEST_LINE + " characters";
            }
            if (fault != null) {
                skipRest();
                return new Line(begin, List.of(), fault);
            }
            cells.add(cell.toString());
            int end = take();
            if (end != separator) {
                lineEnd(end);
                return new Line(begin, cells, null);
            }
        }
    }

    /** Up to what ends the cell, which is left. */
    private String plain(StringBuilder cell) throws IOException {
        while (!endsCell(peek())) {
            int character = take();
            if (character == '"') {
                return "has a quotation mark inside a word";
            }
            if (cell.length() >= LONGEST_CELL) {
                return "has a cell longer than " + LONGEST_CELL + " characters";
            }
            cell.append((char) character);
        }
        return null;
    }

    private String quoted(StringBuilder cell) throws IOException {
        int opened = line;
        take();
        while (true) {
            int character = take();
            if (character == END || cell.length() >= LONGEST_CELL) {
                over = true; // whatever follows would be read inside out
                return "has a quotation mark, opened in line " + opened + ", that does not close";
            }
            if (character == '"') {
                if (peek() != '"') {
                    return endsCell(peek()) ? null : "has words after a closing quotation mark";
                }
                take();
            }
            cell.append((char) character);
            count(character);
        }
    }

    private void count(int character) throws IOException {
        if (character == '\n' || character == '\r' && peek() != '\n') {
            line++;
        }
    }

    private boolean endsCell(int character) {
        return character == separator || character == '\n' || character == '\r' || character == END;
    }

    private void lineEnd(int end) throws IOException {
        if (end == '\r' && peek() == '\n') {
            take();
        }
        line++;
    }

    private void skipRest() throws IOException {
        if (over) {
            return;
        }
        int character;
        do {
            character = take();
        } while (character != '\n' && character != '\r' && character != END);
        lineEnd(character);
    }

    private int peek() throws IOException {
        if (ahead == NOTHING_READ) {
            ahead = text.read();
        }
        return ahead;
    }

    private int take() throws IOException {
        int taken = peek();
        ahead = NOTHING_READ;
        return taken;
    }
}
