package org.mentoringcommons.analytics.cube;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** By which rules a release is worked out. Releases are made again by those they were made by; new ones by the last. */
public enum Method {
    /** What is left of sums when an earlier release told too much keeps later ones from being made. */
    OF_ONE_RELEASE("1.1"),
    /** What earlier releases told is told: a later one adds nothing to it that its own rules hide. */
    OF_ALL_RELEASES("1.2"),
    /** Sites that agreed are named; what is worked out across them and between curricula comes with it. */
    OF_NAMED_SITES("1.3"),
    /** A question that comes later, or is answered by many only later, is told by its answers from then on. Sites are found sooner. */
    OF_LATER_QUESTIONS("1.4");

    /** Rules that nothing here can follow any more, and the last revision of the software that does. */
    private static final Map<String, String> GONE = Map.of("1.0", "b08b2c160168");

    private final String version;

    Method(String version) {
        this.version = version;
    }

    /** {@return its name in documents, such as {@code 1.2}} */
    public String version() {
        return version;
    }

    /** {@return the rules new releases are made by} */
    public static Method last() {
        return OF_LATER_QUESTIONS;
    }

    /** {@return the rules of a release; empty if they are not known here} */
    public static Optional<Method> of(String version) {
        return Arrays.stream(values())
                .filter(method -> method.version.equals(version))
                .findFirst();
    }

    /** Whether what was told before is told apart from what is told now. */
    boolean remembers() {
        return this != OF_ONE_RELEASE;
    }

    /** Whether beside counts with noise nothing is shown from which they follow without. */
    boolean hidesCounts() {
        return names();
    }

    /** Whether answers to a question are told apart by the first release that can show them, be it not the study's first. */
    boolean tellsApartLater() {
        return compareTo(OF_LATER_QUESTIONS) >= 0;
    }

    /** {@return whether sites that agreed are named, and something is worked out from what is shown} */
    public boolean names() {
        return compareTo(OF_NAMED_SITES) >= 0;
    }

    /** Whether those of many sites that can be named are found in a number of steps that does not grow with them. */
    boolean namesByHalves() {
        return tellsApartLater();
    }

    /** {@return the last revision of this software that makes releases by rules that are not known here; empty if nobody knows} */
    public static Optional<String> revisionOf(String version) {
        return Optional.ofNullable(GONE.get(version));
    }
}
