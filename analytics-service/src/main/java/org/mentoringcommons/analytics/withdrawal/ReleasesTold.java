package org.mentoringcommons.analytics.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.analytics.release.CountedWaves;
import org.mentoringcommons.analytics.release.CountedWaves.Holding;
import org.mentoringcommons.analytics.response.AnswerGone;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.exchange.Rebuilds;

/** Tells of each withdrawn answer, in the transaction that takes it away, which frozen releases still hold it. */
@ApplicationScoped
class ReleasesTold {

    private final ToldWithdrawals told;
    private final CountedWaves counted;
    private final Rebuilds rebuilds;
    private final Outbox outbox;

    ReleasesTold(ToldWithdrawals told, CountedWaves counted, Rebuilds rebuilds, Outbox outbox) {
        this.told = told;
        this.counted = counted;
        this.rebuilds = rebuilds;
        this.outbox = outbox;
    }

    void tell(@Observes AnswerGone answer) {
        if (told.addIfFirst(answer.id())) {
            outbox.append(WithdrawnAnswerFact.of(answer.id(), holding(answer), answer.opening()));
        }
    }

    private List<Holding> holding(AnswerGone answer) {
        if (answer.last().isPresent()) {
            AnswerGone.Last last = answer.last().get();
            return counted.holding(last.wave(), answer.opening(), last.research(), last.marks());
        }
        if (answer.leftOut()) {
            return List.of(); // it never counted
        }
        return forgottenUntil()
                .map(until -> counted.perhapsHolding(answer.wave(), answer.opening(), until))
                .orElse(List.of());
    }

    /**
     * The last moment at which a release can have been frozen that counted rows of before a rebuild: what was being counted
     * as rows were forgotten was recalled. Empty if none ever were.
     */
    private Optional<Instant> forgottenUntil() {
        return rebuilds.last().flatMap(rebuild -> switch (rebuild.state()) {
            case WANTED -> // nothing is forgotten yet; the one before it had ended
                rebuild.number() == 1
                        ? Optional.empty()
                        : Optional.of(rebuild.askedAt().toInstant());
            case READING -> Optional.of(Instant.MAX);
            case DONE -> Optional.of(rebuild.endedAt().toInstant());
        });
    }
}
