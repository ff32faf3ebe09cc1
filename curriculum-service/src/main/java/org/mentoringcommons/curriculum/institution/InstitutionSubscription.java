package org.mentoringcommons.curriculum.institution;

import jakarta.enterprise.context.ApplicationScoped;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;

/** Keeps our copy equal to what identity tells. */
@ApplicationScoped
class InstitutionSubscription implements Subscription<InstitutionState> {

    private final Institutions institutions;

    InstitutionSubscription(Institutions institutions) {
        this.institutions = institutions;
    }

    @Override
    public String topic() {
        return "institutions";
    }

    @Override
    public String type() {
        return "org.mentoringcommons.institution.v1";
    }

    @Override
    public Class<InstitutionState> state() {
        return InstitutionState.class;
    }

    @Override
    public void apply(Received<InstitutionState> fact) {
        fact.state().ifPresentOrElse(state -> known(fact.key()).become(state), () -> institutions
                .find(fact.key())
                .ifPresent(institutions::remove));
    }

    private Institution known(String id) {
        return institutions.find(id).orElseGet(() -> {
            Institution told = new Institution(id);
            institutions.add(told);
            return told;
        });
    }
}
