package org.mentoringcommons.curriculum.board;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Notes as a table. A text that a spreadsheet would take for a formula is led by an apostrophe. */
final class NotesCsv {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader("group", "note", "hidden").get();

    private NotesCsv() {}

    static Response.ResponseBuilder answer(List<Note> notes) {
        return Response.ok(of(notes), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"board.csv\"");
    }

    static String of(List<Note> notes) {
        StringBuilder file = new StringBuilder();
        try (CSVPrinter printer = FORMAT.print(file)) {
            for (Note note : notes) {
                printer.printRecord(text(note.group()), text(note.text()), note.hidden());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toString();
    }

    private static String text(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
