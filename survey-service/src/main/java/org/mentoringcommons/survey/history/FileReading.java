package org.mentoringcommons.survey.history;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a file line by line, holding a few at a time, and tells everything that is wrong with it. */
final class FileReading {

    private static final int AT_ONCE = 500;
    private static final int CHARACTERS_AT_ONCE = 2_000_000;

    private final Frame frame;
    private final RowReading rows;
    private final Problems problems;
    private final long most;
    private final Consumer<List<RowReading.Row>> sink;
    private final List<RowReading.Row> held = new ArrayList<>(AT_ONCE);
    private long characters;
    private long read;
    private long leftOut;
    private long unstated;
    private long forResearch;
    private long incomplete;

    /**
     * @param most lines with answers that are taken
     * @param sink takes good lines, a few at a time and possibly none, at least as often as lines pass
     */
    FileReading(Frame frame, RowReading rows, Problems problems, long most, Consumer<List<RowReading.Row>> sink) {
        this.frame = frame;
        this.rows = rows;
        this.problems = problems;
        this.most = most;
        this.sink = sink;
    }

    long read() {
        return read;
    }

    long leftOut() {
        return leftOut;
    }

    long unstated() {
        return unstated;
    }

    long forResearch() {
        return forResearch;
    }

    long incomplete() {
        return incomplete;
    }

    /** Reads to the end; {@return SHA-256 of the file} */
    byte[] read(InputStream file) throws IOException {
        DigestInputStream counted = new DigestInputStream(file, sha256());
        Mapping mapping = frame.mapping();
        Encoding.Opened opened = Encoding.open(counted, mapping.encoding());
        if (opened.wrong().isPresent()) {
            problems.tell(1, opened.wrong().get());
        } else {
            CsvLines lines = new CsvLines(opened.text(), mapping.divider());
            Header header = Header.read(lines, mapping.layout(), mapping.divider(), mapping.columns(), problems);
            if (header != null) {
                each(lines, header);
            }
        }
        counted.transferTo(java.io.OutputStream.nullOutputStream()); // what comes after a line that ends everything
        return counted.getMessageDigest().digest();
    }

    private void each(CsvLines lines, Header header) throws IOException {
        CsvLines.Line line;
        long passed = 0;
        while ((line = lines.next()) != null) {
            if (line.isBlank()) {
                continue;
            }
            if (++read > most) {
                problems.tell(line.line(), "is one more than the " + most + " answers a file takes");
                return;
            }
            if (isGood(line, header)) {
                take(rows.cells(line.line(), header, line.cells()));
                characters += line.cells().stream().mapToInt(String::length).sum();
            }
            if (++passed % AT_ONCE == 0 || characters > CHARACTERS_AT_ONCE) {
                handOn();
            }
        }
        handOn();
    }

    private boolean isGood(CsvLines.Line line, Header header) {
        if (line.fault() != null) {
            problems.tell(line.line(), line.fault());
        } else if (line.cells().stream().anyMatch(cell -> cell.indexOf(Encoding.LOST) >= 0)) {
            Encoding said = frame.mapping().encoding();
            problems.tell(line.line(), (said == null ? Encoding.UTF_8 : said).lost());
        } else if (line.cells().size() != header.width()) {
            problems.tell(line.line(), "has " + line.cells().size() + " cells instead of " + header.width());
        } else {
            return true;
        }
        return false;
    }

    private void take(Cells cells) {
        if (rows.isLeftOut(cells)) {
            read--;
            leftOut++;
            return;
        }
        Optional<RowReading.Row> row = rows.read(cells, problems);
        row.ifPresent(good -> {
            unstated += good.stated() ? 0 : 1;
            forResearch += good.research() ? 1 : 0;
            incomplete += good.unfinished() ? 1 : 0;
            held.add(good);
        });
    }

    private void handOn() {
        sink.accept(List.copyOf(held));
        held.clear();
        characters = 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
