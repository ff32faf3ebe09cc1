package org.mentoringcommons.analytics.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.BiFunction;
import org.mentoringcommons.analytics.section.Measure;
import org.mentoringcommons.analytics.section.Row;
import org.mentoringcommons.analytics.section.Status;
import org.mentoringcommons.analytics.statistics.Proportion;

/** How a page writes a figure: rounded half up, p without a leading zero, and a letter where there is a reason instead. */
interface Cell {

    /** Writes what a row has to say, leaving the reason for a figure that is not shown to the table's notes. */
    String of(Row row, Footnotes notes);

    static Cell count(String measure) {
        return of(measure, (figure, notes) -> Long.toString(figure.value().longValue()));
    }

    /** A whole number or one with the decimals it has. */
    static Cell plain(String measure) {
        return of(measure, (figure, notes) -> new BigDecimal(figure.value().toString())
                .stripTrailingZeros()
                .toPlainString());
    }

    /** As {@code 155 / 173}. */
    static Cell share(String measure) {
        return of(measure, (figure, notes) -> figure.numerator() + " / " + figure.denominator());
    }

    /** In whole tenths of a percent, computed in integers. */
    static Cell percent(String measure) {
        return of(measure, (figure, notes) -> percent(figure));
    }

    static Cell percentWithInterval(String measure) {
        return of(measure, (figure, notes) -> percent(figure) + interval(figure, 1));
    }

    static Cell number(String measure, int decimals) {
        return of(measure, (figure, notes) -> fixed(figure.value().doubleValue(), decimals));
    }

    static Cell withInterval(String measure, int decimals) {
        return of(
                measure, (figure, notes) -> fixed(figure.value().doubleValue(), decimals) + interval(figure, decimals));
    }

    static Cell intervalOnly(String measure, int decimals) {
        return of(measure, (figure, notes) -> interval(figure, decimals).strip());
    }

    static Cell p(String measure) {
        return of(measure, (figure, notes) -> p(figure.value().doubleValue()));
    }

    /** A mean with the standard deviation in parentheses; without it where one person has none. */
    static Cell meanAndSd(String mean, String sd) {
        return (row, notes) -> number(mean, 2).of(row, notes)
                + row.measure(sd)
                        .filter(figure -> figure.status() == Status.SHOWN)
                        .map(figure -> " (" + fixed(figure.value().doubleValue(), 2) + ")")
                        .orElse("");
    }

    /** What several counts say, as {@code 144 / 10 / 6}. */
    static Cell counts(String first, String second, String third) {
        return (row, notes) -> count(first).of(row, notes) + " / "
                + count(second).of(row, notes) + " / " + count(third).of(row, notes);
    }

    private static Cell of(String measure, BiFunction<Measure, Footnotes, String> shown) {
        return (row, notes) -> {
            Optional<Measure> figure = row.measure(measure);
            if (figure.isEmpty()) {
                return "";
            }
            return figure.get().status() == Status.SHOWN
                    ? shown.apply(figure.get(), notes)
                    : "–" + notes.mark(figure.get().reason());
        };
    }

    private static String percent(Measure figure) {
        if (figure.numerator() == null) {
            return fixed(figure.value().doubleValue(), 1);
        }
        long tenths = new Proportion(figure.numerator(), figure.denominator())
                .perMille()
                .orElse(0);
        return tenths / 10 + "." + tenths % 10;
    }

    private static String interval(Measure figure, int decimals) {
        return figure.lower() == null
                ? ""
                : " [" + fixed(figure.lower(), decimals) + ", " + fixed(figure.upper(), decimals) + "]";
    }

    private static String p(double p) {
        if (p < 0.001) {
            return "< .001";
        }
        BigDecimal rounded = new BigDecimal(Double.toString(p)).setScale(3, RoundingMode.HALF_UP);
        return rounded.compareTo(BigDecimal.ONE) >= 0
                ? "1.000"
                : rounded.toPlainString().substring(1);
    }

    private static String fixed(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(Double.toString(value)).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() < 0 ? "−" + rounded.abs().toPlainString() : rounded.toPlainString();
    }
}
