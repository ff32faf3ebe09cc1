package org.mentoringcommons.survey.spss;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column of a system file.
 *
 * @param name up to 64 characters, see {@link #isName}
 * @param label what it is about; cut at {@link #LONGEST_LABEL} bytes
 * @param width of a text in bytes, from 1 to 255; 0 of anything else
 * @param decimals shown of a number
 * @param valueLabels what numbers mean; each cut at {@link #LONGEST_VALUE_LABEL} bytes
 * @param missing up to three numbers that are no answers
 */
public record Variable(
        String name,
        String label,
        Kind kind,
        int width,
        int decimals,
        Measure measure,
        Map<Integer, String> valueLabels,
        List<Integer> missing) {

    /** What its values are. */
    public enum Kind {
        NUMBER,
        /** A {@link java.time.LocalDate}. */
        DAY,
        TEXT
    }

    /** How its values may be compared. */
    public enum Measure {
        NOMINAL,
        ORDINAL,
        SCALE
    }

    /** In bytes of UTF-8; SPSS shows no more. */
    public static final int LONGEST_LABEL = 255;

    /** In bytes of UTF-8. */
    public static final int LONGEST_VALUE_LABEL = 120;

    public static final int LONGEST_NAME = 64;

    /** What the language of SPSS keeps to itself. */
    public static final Set<String> RESERVED =
            Set.of("ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH");

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,62}[A-Za-z0-9_]|[A-Za-z]");
    private static final int WIDEST = 255;
    private static final int MOST_MISSING = 3;
    private static final int MOST_DECIMALS = 16;

    /** @throws IllegalArgumentException if the format has no room for it */
    public Variable {
        valueLabels = new LinkedHashMap<>(valueLabels);
        missing = List.copyOf(missing);
        if (!isName(name)) {
            throw new IllegalArgumentException("no name of a variable: " + name);
        }
        if ((kind == Kind.TEXT) != (width > 0)
                || width > WIDEST
                || missing.size() > MOST_MISSING
                || decimals < 0
                || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("no variable of the format: " + name);
        }
        if (kind == Kind.TEXT && !(valueLabels.isEmpty() && missing.isEmpty())) {
            throw new IllegalArgumentException("labels and missing values are for numbers: " + name);
        }
    }

    /** Whether SPSS takes it as the name of a variable; of letters, digits, dots and underscores only. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !RESERVED.contains(name.toUpperCase(Locale.ROOT));
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    /** How many places of eight bytes a case has for it. */
    int places() {
        return isText() ? (width + 7) / 8 : 1;
    }

    /** The text, cut so that it has no more than so many bytes of UTF-8, never within a character. */
    public static String cut(String text, int bytes) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            used += text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
            if (used > bytes) {
                return text.substring(0, end);
            }
            end = next;
        }
        return text;
    }

    static byte[] bytes(String text, int most) {
        return cut(text, most).getBytes(StandardCharsets.UTF_8);
    }
}
