package org.mentoringcommons.survey.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;
import org.mentoringcommons.exchange.Unacceptable;

/** Keeps with the withdrawal which frozen releases still hold its answers. */
@ApplicationScoped
class WithdrawnAnswerSubscription implements Subscription<WithdrawnAnswerFact> {

    private final HoldingReleases releases;
    private final InstitutionDay today;

    WithdrawnAnswerSubscription(HoldingReleases releases, InstitutionDay today) {
        this.releases = releases;
        this.today = today;
    }

    @Override
    public String topic() {
        return "withdrawn-answers";
    }

    @Override
    public String type() {
        return "org.mentoringcommons.withdrawn-answer.v1";
    }

    @Override
    public Class<WithdrawnAnswerFact> state() {
        return WithdrawnAnswerFact.class;
    }

    @Override
    public void apply(Received<WithdrawnAnswerFact> fact) {
        if (fact.tenant().isEmpty()) {
            throw new Unacceptable("a withdrawn answer belongs to an institution");
        }
        fact.state().ifPresent(this::keep);
    }

    private void keep(WithdrawnAnswerFact told) {
        Optional<UUID> withdrawal = releases.take(told.id());
        if (withdrawal.isPresent()) { // else it was told before, or this database is older than the withdrawal
            releases.add(withdrawal.get(), told.releases());
            if (!releases.areAwaited(withdrawal.get())) {
                releases.allTold(withdrawal.get(), today.now());
            }
        }
    }
}
