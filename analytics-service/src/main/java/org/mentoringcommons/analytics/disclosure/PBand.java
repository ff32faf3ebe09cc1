package org.mentoringcommons.analytics.disclosure;

import java.util.List;

/** A p value as a band, which tells less about single people than its digits. */
public final class PBand {

    private static final double[] BOUNDS = {.001, .01, .05};
    private static final List<String> WORDS = List.of("< .001", "< .01", "< .05");

    private PBand() {}

    /** {@return {@code < .001}, {@code < .01}, {@code < .05} or {@code ≥ .05}} */
    public static String of(double p) {
        for (int i = 0; i < BOUNDS.length; i++) {
            if (p < BOUNDS[i]) {
                return WORDS.get(i);
            }
        }
        return "≥ .05";
    }
}
