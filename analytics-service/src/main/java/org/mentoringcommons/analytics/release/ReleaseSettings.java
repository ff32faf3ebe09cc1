package org.mentoringcommons.analytics.release;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How releases are made and handed out. */
@ConfigMapping(prefix = "releases")
interface ReleaseSettings {

    /** Whether this instance computes releases; any may ask for them and hand them out. */
    @WithDefault("true")
    boolean worker();

    /** How often it looks for releases that no request of its own announced. */
    @WithDefault("5s")
    Duration every();

    /** After so long a silence another instance takes a release up; a worker speaks three times as often. */
    @WithDefault("60s")
    Duration lease();

    /** How often computing is begun before it counts as failed. */
    @WithDefault("3")
    int attempts();

    /** How many releases of one study may be worked on at once. */
    @WithDefault("5")
    int atOnce();

    /** How long reading the answers may take. */
    @WithDefault("10m")
    Duration longest();

    /** How many bytes of frozen documents an instance keeps at hand. */
    @WithDefault("67108864")
    long atHand();

    /** Who publishes, as releases are cited. */
    @WithDefault("Mentoring Commons")
    String publisher();

    /** What an address of a release begins with in its citation, such as {@code https://mentoring.example}; none: relative. */
    Optional<URI> address();
}
