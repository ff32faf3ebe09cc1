package org.mentoringcommons.analytics.disclosure;

import java.util.Optional;

/**
 * A number as it may be shown, or that it is not: for whatever reason, it then looks the same.
 *
 * @param measure what it is
 * @param text the number in words, such as {@code 4.3} or {@code < .05}; empty if suppressed
 */
public record Figure(String measure, Optional<String> text) {

    /** {@return a number that may be shown} */
    public static Figure shown(String measure, Object value) {
        return new Figure(measure, Optional.of(value.toString()));
    }

    /** {@return one that may not} */
    public static Figure suppressed(String measure) {
        return new Figure(measure, Optional.empty());
    }
}
