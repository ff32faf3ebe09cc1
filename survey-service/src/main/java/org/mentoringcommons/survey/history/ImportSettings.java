package org.mentoringcommons.survey.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is imported, and how. */
@ConfigMapping(prefix = "imports")
interface ImportSettings {

    /** Whether this instance takes files in the background; any may receive them. */
    @WithDefault("true")
    boolean worker();

    /** So many answers are taken while their file's request waits: well within a few seconds. */
    @WithDefault("2000")
    long whileWaiting();

    /** The most lines of one file: what one transaction takes in a few seconds. */
    @WithDefault("250000")
    long mostRows();

    /** After so long a silence an import is taken up by another instance, and a file that was coming is not any more. */
    @WithDefault("60s")
    Duration lease();

    /** How often what comes after reading may fail. */
    @WithDefault("3")
    int failures();

    /** How many an institution may have under way at once. */
    @WithDefault("3")
    int atOnce();

    /** How many a protocol may have of which something is here, or may yet be. */
    @WithDefault("1000")
    int most();

    /** How many it may have on record with those that came to nothing, which stay there: who brought what. */
    @WithDefault("20000")
    int mostEver();
}
