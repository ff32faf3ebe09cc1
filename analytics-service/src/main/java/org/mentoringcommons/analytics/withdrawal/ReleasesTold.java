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
import org.mentoringcommons.exchange.Rebuilds.Rebuild;

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
            Instant opening = answer.last().map(AnswerGone.Last::opening).orElse(Instant.EPOCH);
            outbox.append(WithdrawnAnswerFact.of(answer.id(), holding(answer), opening));
        }
    }

    private List<Holding> holding(AnswerGone answer) {
        if (answer.last().isPresent()) {
            AnswerGone.Last last = answer.last().get();
            return counted.holding(last.wave(), last.research(), last.marks());
        }
        Optional<Rebuild> rebuild = rebuilds.last();
        if (answer.leftOut() || rebuild.isEmpty()) {
            return List.of(); // it never counted
        }
        // what was known before the rebuild is forgotten, and what was being counted then was counted anew
        return counted.perhapsHolding(
                rebuild.map(Rebuild::endedAt).map(at -> at.toInstant()).orElse(Instant.MAX));
    }
}
