package org.mentoringcommons.analytics.extract;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How extracts are written and how long they are kept. */
@ConfigMapping(prefix = "extracts")
interface ExtractSettings {

    /** Whether this instance writes extracts; any may ask for them and hand them out. */
    @WithDefault("true")
    boolean worker();

    /** How often it looks for extracts that no request of its own announced. */
    @WithDefault("5s")
    Duration every();

    /** After so long a silence another instance takes an extract up; a writer speaks three times as often. */
    @WithDefault("60s")
    Duration lease();

    /** How often an extract is begun before it counts as failed. */
    @WithDefault("3")
    int attempts();

    /** How long a finished file can be fetched: a day, enough for a person to come back, short enough to go astray little. */
    @WithDefault("24h")
    Duration kept();

    /** How many a person may have under way in one study. */
    @WithDefault("3")
    int atOnce();
}
