package org.mentoringcommons.analytics.response;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mentoringcommons.exchange.Rebuilds;

/**
 * Checks the counts a little at a time, and makes them anew where that is due. Every instance may take every institution:
 * its row in the database is held meanwhile, so of two that take the same one does it.
 */
@ApplicationScoped
class CountUpkeep {

    private static final int RECOUNTS_AT_A_TIME = 500;

    private final CountChecks checks;
    private final Rebuilds rebuilds;
    private final Duration againAfter;

    CountUpkeep(
            CountChecks checks,
            Rebuilds rebuilds,
            @ConfigProperty(name = "counts.check.again-after") Duration againAfter) {
        this.checks = checks;
        this.rebuilds = rebuilds;
        this.againAfter = againAfter;
    }

    @Scheduled(every = "{counts.check.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void checkOne() {
        if (rebuilds.whole().complete()) {
            checks.toCheck(1, againAfter.toSeconds()).forEach(checks::check);
        }
    }

    @Scheduled(every = "{counts.recount.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recountAll() {
        long counted;
        do {
            // institutions are independent of each other, and reading one leaves the database's other processors idle
            counted = checks.toRecount(RECOUNTS_AT_A_TIME).parallelStream()
                    .filter(checks::countAnew)
                    .count();
        } while (counted > 0);
    }
}
