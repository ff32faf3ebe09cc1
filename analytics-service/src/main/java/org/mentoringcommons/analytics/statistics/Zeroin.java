package org.mentoringcommons.analytics.statistics;

import java.util.function.DoubleUnaryOperator;

/** Brent's root finder step for step as R's {@code uniroot}, for results R leaves at its loose default tolerance. */
final class Zeroin {
    /** R's default, the fourth root of the machine epsilon: about 1.2e-4. */
    static final double R_TOLERANCE = Math.pow(Math.ulp(1.0), 0.25);

    private Zeroin() {}

    /** A root between two points whose values have different signs. */
    static double root(DoubleUnaryOperator function, double low, double high, double tolerance) {
        double a = low;
        double b = high;
        double fa = function.applyAsDouble(a);
        double fb = function.applyAsDouble(b);
        double c = a;
        double fc = fa;
        if (fa == 0) {
            return a;
        }
        for (int step = 0; step < 1_000; step++) {
            double previous = b - a;
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }
            double allowed = 2 * Math.ulp(1.0) * Math.abs(b) + tolerance / 2;
            double move = (c - b) / 2;
            if (Math.abs(move) <= allowed || fb == 0) {
                return b;
            }
            if (Math.abs(previous) >= allowed && Math.abs(fa) > Math.abs(fb)) {
                move = interpolated(a, b, c, fa, fb, fc, allowed, previous, move);
            }
            if (Math.abs(move) < allowed) {
                move = move > 0 ? allowed : -allowed;
            }
            a = b;
            fa = fb;
            b += move;
            fb = function.applyAsDouble(b);
            if (fb > 0 && fc > 0 || fb < 0 && fc < 0) {
                c = a;
                fc = fa;
            }
        }
        return b;
    }

    private static double interpolated(
            double a,
            double b,
            double c,
            double fa,
            double fb,
            double fc,
            double allowed,
            double previous,
            double bisection) {
        double width = c - b;
        double p;
        double q;
        if (a == c) {
            double t = fb / fa;
            p = width * t;
            q = 1 - t;
        } else {
            double r = fa / fc;
            double s = fb / fc;
            double t = fb / fa;
            p = t * (width * r * (r - s) - (b - a) * (s - 1));
            q = (r - 1) * (s - 1) * (t - 1);
        }
        if (p > 0) {
            q = -q;
        } else {
            p = -p;
        }
        boolean inside = p < 0.75 * width * q - Math.abs(allowed * q) / 2 && p < Math.abs(previous * q / 2);
        return inside ? p / q : bisection;
    }
}
