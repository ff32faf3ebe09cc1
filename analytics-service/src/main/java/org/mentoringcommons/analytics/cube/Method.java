package org.mentoringcommons.analytics.cube;

import java.util.Arrays;
import java.util.Optional;

/** By which rules a release is worked out. Releases are made again by those they were made by; new ones by the last. */
public enum Method {
    /** What is left of sums when an earlier release told too much keeps later ones from being made. */
    OF_ONE_RELEASE("1.1"),
    /** What earlier releases told is told: a later one adds nothing to it that its own rules hide. */
    OF_ALL_RELEASES("1.2"),
    /** Sites that agreed are named; what is worked out across them and between curricula comes with it. */
    OF_NAMED_SITES("1.3");

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
        return OF_NAMED_SITES;
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
        return this == OF_NAMED_SITES;
    }

    /** {@return whether sites that agreed are named, and something is worked out from what is shown} */
    public boolean names() {
        return this == OF_NAMED_SITES;
    }
}
