package org.mentoringcommons.survey.history;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Days as files write them, in one way a column: of days that read like two, nobody could tell which was meant. */
final class Days {

    static final String USUAL = "yyyy-MM-dd";
    private static final List<String> OTHERS = List.of(
            USUAL,
            "MM/dd/yyyy",
            "M/d/yyyy",
            "dd.MM.yyyy",
            "d.M.yyyy",
            "dd/MM/yyyy",
            "d/M/yyyy",
            "M/d/yy",
            "yyyy/MM/dd",
            "dd MMM yyyy",
            "MMM d, yyyy",
            "yyyy-MM-dd HH:mm",
            "yyyy-MM-dd HH:mm:ss",
            "MM/dd/yyyy HH:mm",
            "M/d/yyyy H:mm");

    private final String format;
    private final DateTimeFormatter reader;

    private Days(String format) {
        this.format = format;
        this.reader = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(format.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** @throws IllegalArgumentException if it is no way to write days */
    static Days of(String format) {
        Days days = new Days(format == null ? USUAL : format);
        LocalDate someDay = LocalDate.of(2019, 12, 31);
        if (!days.read(someDay.atStartOfDay().format(days.reader))
                .filter(someDay::equals)
                .isPresent()) {
            throw new IllegalArgumentException("a day cannot be read of it");
        }
        return days;
    }

    Optional<LocalDate> read(String cell) {
        try {
            return Optional.of(LocalDate.parse(cell, reader));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** What to say of a cell that cannot be read. */
    String wrong(String cell) {
        return OTHERS.stream()
                .filter(other -> !other.equals(format))
                .filter(other -> new Days(other).read(cell).isPresent())
                .findFirst()
                .map(other -> "is written like " + other + ", but the column like " + format)
                .orElse("is no day written like " + format);
    }
}
