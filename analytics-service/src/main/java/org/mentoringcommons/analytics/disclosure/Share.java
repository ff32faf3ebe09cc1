package org.mentoringcommons.analytics.disclosure;

import java.util.Optional;

/**
 * A proportion as it may be shown: as a quarter while single people could be counted from it, to one decimal from the
 * threshold of exact statistics on, and not at all if nearly everybody is on one side of it.
 *
 * @param numerator people for whom it holds, 0 to {@code denominator}
 * @param denominator people asked
 */
public record Share(long numerator, long denominator) {

    private static final int QUARTERS = 4;
    private static final int PERCENT = 100;

    /** @throws IllegalArgumentException if it is no proportion */
    public Share {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("not a proportion");
        }
    }

    /** {@return the percentage in words, such as {@code 25–50} or {@code 61.4}, if it may be shown} */
    public Optional<String> shown(Thresholds thresholds, Audience audience) {
        Detail detail = thresholds.detail(denominator, audience);
        if (!detail.shows(Detail.MEDIAN) || isUnanimous(thresholds.dissenters())) {
            return Optional.empty();
        }
        return Optional.of(
                detail.shows(Detail.EXACT)
                        ? Tenths.ofRatio(Math.multiplyExact(PERCENT, numerator), denominator)
                                .toString()
                        : quarter());
    }

    /** All, or all but fewer than {@code dissenters}, are on one side: whoever knows the group then knows each of them. */
    boolean isUnanimous(int dissenters) {
        return Math.min(numerator, denominator - numerator) < dissenters;
    }

    private String quarter() {
        long quarter = Math.min(Math.multiplyExact(QUARTERS, numerator) / denominator, QUARTERS - 1);
        long width = PERCENT / QUARTERS;
        return quarter * width + "–" + (quarter + 1) * width;
    }
}
