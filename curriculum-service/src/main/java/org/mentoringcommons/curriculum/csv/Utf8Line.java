package org.mentoringcommons.curriculum.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a text that claims to be UTF-8, decoded strictly and on its own: in UTF-8 no line feed is ever part of a
 * longer character, so a malformed byte spoils its own line only.
 *
 * @param number from 1
 * @param text null if the line is malformed
 */
public record Utf8Line(int number, String text) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** At least one line; a byte order mark and the line ends (LF, CRLF or CR) are left out. */
    public static List<Utf8Line> of(byte[] bytes) {
        List<Utf8Line> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= bytes.length; at++) {
            if (at == bytes.length || bytes[at] == '\n' || bytes[at] == '\r') {
                lines.add(new Utf8Line(lines.size() + 1, decode(ByteBuffer.wrap(bytes, start, at - start))));
                at += at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n' ? 1 : 0;
                start = at + 1;
            }
        }
        return withoutByteOrderMark(lines);
    }

    public boolean isMalformed() {
        return text == null;
    }

    private static String decode(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }

    private static List<Utf8Line> withoutByteOrderMark(List<Utf8Line> lines) {
        Utf8Line first = lines.get(0);
        if (!first.isMalformed() && !first.text().isEmpty() && first.text().charAt(0) == BYTE_ORDER_MARK) {
            lines.set(0, new Utf8Line(1, first.text().substring(1)));
        }
        return lines;
    }
}
