package org.mentoringcommons.analytics.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Numbers as text, the same on every machine, and round steps for axes. */
final class Numbers {

    private Numbers() {}

    /** So many decimals, half up, with a true minus sign. */
    static String fixed(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(Double.toString(value)).setScale(decimals, RoundingMode.HALF_UP);
        String digits = rounded.abs().toPlainString();
        return rounded.signum() < 0 ? "−" + digits : digits;
    }

    /** A coordinate: at most two decimals, no needless zeros. */
    static String coordinate(double value) {
        BigDecimal rounded = new BigDecimal(Double.toString(value))
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** A number on an axis: as short as it can be. */
    static String tick(double value) {
        String plain = new BigDecimal(Double.toString(Math.abs(value)))
                .setScale(6, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return value < 0 && !plain.equals("0") ? "−" + plain : plain;
    }

    /** Round numbers from at most {@code low} to at least {@code high}, about so many. */
    static List<Double> ticks(double low, double high, int about) {
        double span = high > low ? high - low : 1;
        double raw = span / Math.max(1, about);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power * (raw / power <= 1 ? 1 : raw / power <= 2 ? 2 : raw / power <= 5 ? 5 : 10);
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.floor(low / step + 1e-9);
        for (long i = first; ticks.isEmpty() || ticks.get(ticks.size() - 1) < high - 1e-9 * span; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
