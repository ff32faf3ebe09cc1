package org.mentoringcommons.curriculum.institution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
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
        Optional<Institution> known = institutions.find(fact.key());
        if (fact.state().isEmpty()) {
            known.ifPresent(institutions::remove);
        } else if (known.isPresent()) {
            known.get().become(fact.state().get());
        } else {
            institutions.add(new Institution(fact.state().get()));
        }
    }
}
