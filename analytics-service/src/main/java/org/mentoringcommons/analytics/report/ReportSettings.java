package org.mentoringcommons.analytics.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long computing a report may take, and how long a reader is kept waiting for it. */
@ConfigMapping(prefix = "report")
interface ReportSettings {

    /** Who asks waits so long; after that the answer is to come back later. Nearly every report is ready long before. */
    @WithDefault("5s")
    Duration patience();

    /** When to come back. */
    @WithDefault("5s")
    Duration retryAfter();

    /** A computation that reads longer is given up: no study should take a tenth of it. */
    @WithDefault("10m")
    Duration longest();

    /** How many studies' reports an instance computes at a time; each uses several processors while it reads. */
    @WithDefault("2")
    int atOnce();

    /** More computations than this do not wait for their turn. */
    @WithDefault("100")
    int waiting();

    /** What was read of institutions is kept within one part in so many of the largest heap. */
    @WithDefault("4")
    int keptPartOfMemory();
}
