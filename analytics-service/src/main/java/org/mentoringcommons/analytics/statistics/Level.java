package org.mentoringcommons.analytics.statistics;

/** Confidence levels: the usual one, and the check that an asked one is a probability. */
final class Level {
    static final double USUAL = 0.95;

    private Level() {}

    static double check(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("confidence level outside (0, 1): " + level);
        }
        return level;
    }

    /** The probability cut off on each side, as R writes it: (1 - 0.95) / 2 is not exactly 0.025. */
    static double tail(double level) {
        return level == USUAL ? 0.025 : (1 - check(level)) / 2;
    }
}
