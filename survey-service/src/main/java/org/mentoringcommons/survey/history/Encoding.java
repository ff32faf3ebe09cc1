package org.mentoringcommons.survey.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How characters are written in a file. A mark at its beginning says it too, and has to agree. */
@Schema(name = "ImportEncoding")
enum Encoding {
    @JsonProperty("UTF-8")
    UTF_8("UTF-8", StandardCharsets.UTF_8, "UTF-8"),
    @JsonProperty("UTF-16")
    UTF_16("UTF-16", StandardCharsets.UTF_16LE, "UTF-16LE", "UTF-16BE"),
    @JsonProperty("windows-1252")
    WINDOWS_1252("windows-1252", Charset.forName("windows-1252"));

    /** What a byte that means nothing is read as. */
    static final char LOST = '\uFFFD';

    private static final int MARK = 3;
    private static final Map<String, byte[]> MARKS = Map.of(
            "UTF-8",
            new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            "UTF-16LE",
            new byte[] {(byte) 0xFF, (byte) 0xFE},
            "UTF-16BE",
            new byte[] {(byte) 0xFE, (byte) 0xFF});

    private final String word;
    private final Charset unmarked;
    private final java.util.List<String> marks;

    Encoding(String word, Charset unmarked, String... marks) {
        this.word = word;
        this.unmarked = unmarked;
        this.marks = java.util.List.of(marks);
    }

    /** A file of text begun: its characters after the mark. */
    record Opened(Reader text, Optional<String> wrong) {}

    /**
     * Begins to read. Bytes that are no characters are read as {@link #LOST}, so that their line can be told.
     *
     * @param declared null if nothing is: UTF-8, unless a mark says otherwise
     */
    static Opened open(InputStream file, Encoding declared) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(file, MARK);
        byte[] first = bytes.readNBytes(MARK);
        Optional<String> mark = MARKS.keySet().stream()
                .filter(name -> begins(first, MARKS.get(name)))
                .findFirst();
        int skipped = mark.map(name -> MARKS.get(name).length).orElse(0);
        bytes.unread(first, skipped, first.length - skipped);
        Encoding expected = declared == null ? UTF_8 : declared;
        Charset charset = mark.map(Charset::forName).orElse(expected.unmarked);
        return new Opened(
                new InputStreamReader(
                        bytes,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                expected.contradiction(declared, mark, first));
    }

    private Optional<String> contradiction(Encoding declared, Optional<String> mark, byte[] first) {
        if (mark.isPresent() && declared != null && !marks.contains(mark.get())) {
            return Optional.of("begins with the mark of " + mark.get() + ", but the mapping says " + word);
        }
        boolean everySecondByteIsNothing = first.length >= 2 && (first[0] == 0) != (first[1] == 0);
        if (mark.isEmpty() && this != UTF_16 && everySecondByteIsNothing) {
            return Optional.of("looks like UTF-16; say \"encoding\": \"UTF-16\" in the mapping, or save it as UTF-8");
        }
        return Optional.empty();
    }

    /** What to say of a line with characters that were lost. */
    String lost() {
        return this == UTF_8
                ? "has bytes that are no UTF-8; save the file as \"CSV UTF-8\", or say its encoding in the mapping"
                : "has bytes that are no " + word;
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int at = 0; at < with.length; at++) {
            if (bytes[at] != with[at]) {
                return false;
            }
        }
        return true;
    }
}
