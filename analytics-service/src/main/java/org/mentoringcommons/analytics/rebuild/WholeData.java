package org.mentoringcommons.analytics.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.mentoringcommons.exchange.Rebuilds;
import org.mentoringcommons.tenancy.Refusal;

/** Lets nobody see half of the data: while they are made anew from the log, reading is refused with a 503. */
@ApplicationScoped
public class WholeData {

    private final Rebuilds rebuilds;

    WholeData(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /**
     * Reads. That nothing was forgotten is asked before and after: forgetting empties tables even under an older snapshot.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 {@code rebuilding} if the data were not whole all the time
     */
    public <T> T read(Supplier<T> work) {
        Rebuilds.Whole before = rebuilds.whole();
        requireWhole(before.complete());
        T read = work.get();
        requireWhole(rebuilds.whole().equals(before));
        return read;
    }

    /** {@return whether they are whole now} */
    public boolean isWhole() {
        return rebuilds.whole().complete();
    }

    static void requireWhole(boolean whole) {
        if (!whole) {
            throw Refusal.of(
                            "rebuilding",
                            Response.Status.SERVICE_UNAVAILABLE,
                            "What is stored is being made anew from the log; ask again when it is whole")
                    .problem();
        }
    }
}
