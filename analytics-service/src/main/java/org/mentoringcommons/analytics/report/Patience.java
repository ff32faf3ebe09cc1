package org.mentoringcommons.analytics.report;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a reader wants to be kept waiting, as the header {@code Prefer} (RFC 7240) says it: {@code wait=3}, or
 * {@code respond-async} for not at all. What cannot be understood is no preference, as the RFC wants it.
 */
final class Patience {

    static final String HEADER = "Prefer";

    private static final Pattern WAIT =
            Pattern.compile("\\s*wait\\s*=\\s*\"?(\\d{1,6})\"?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_AT_ALL = Pattern.compile("\\s*respond-async\\s*", Pattern.CASE_INSENSITIVE);

    private Patience() {}

    /**
     * {@return the shortest wait asked for, never more than is usual}
     *
     * @param header null if there is none
     */
    static Duration of(String header, Duration usual) {
        Duration shortest = usual;
        for (String preference : header == null ? List.<String>of() : List.of(header.split("[,;]"))) {
            Matcher wait = WAIT.matcher(preference);
            Duration asked = wait.matches()
                    ? Duration.ofSeconds(Long.parseLong(wait.group(1)))
                    : NOT_AT_ALL.matcher(preference).matches() ? Duration.ZERO : usual;
            shortest = asked.compareTo(shortest) < 0 ? asked : shortest;
        }
        return shortest;
    }
}
