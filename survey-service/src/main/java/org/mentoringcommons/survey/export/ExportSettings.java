package org.mentoringcommons.survey.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How exports are written and how long they are kept. */
@ConfigMapping(prefix = "exports")
interface ExportSettings {

    /** Whether this instance writes exports in the background; any may ask for them and hand them out. */
    @WithDefault("true")
    boolean worker();

    /** Of so many answers an export is written while its request waits: well within a second. */
    @WithDefault("2000")
    long whileWaiting();

    /** How many requests may wait so at a time; more are written in the background. */
    @WithDefault("2")
    int waitingAtOnce();

    /** After so long a silence another instance takes an export up; a writer speaks with every part. */
    @WithDefault("60s")
    Duration lease();

    /** How often an export may be left unfinished before it counts as failed. */
    @WithDefault("3")
    int failures();

    /** How long a finished file can be fetched: enough for a person to come back, short enough to go astray little. */
    @WithDefault("24h")
    Duration kept();

    /** How many a person may have under way under one protocol. */
    @WithDefault("3")
    int atOnce();

    /**
     * How many a person may have under one protocol that take room: under way, or ready to be fetched. Enough for each
     * format of both populations.
     */
    @WithDefault("10")
    int keptAtOnce();
}
