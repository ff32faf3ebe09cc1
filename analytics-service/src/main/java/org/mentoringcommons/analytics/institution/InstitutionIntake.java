package org.mentoringcommons.analytics.institution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;
import org.mentoringcommons.exchange.Unacceptable;

/** Keeps the copy of the registry. */
@ApplicationScoped
class InstitutionIntake implements Subscription<InstitutionState> {

    private final Institutions institutions;
    private final Versions versions;

    InstitutionIntake(Institutions institutions, Versions versions) {
        this.institutions = institutions;
        this.versions = versions;
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
        versions.raiseOf(fact.key());
        fact.state().ifPresentOrElse(now -> describe(fact.key(), now), () -> institutions
                .find(fact.key())
                .ifPresent(institutions::remove));
    }

    private void describe(String id, InstitutionState now) {
        Institution known = institutions.find(id).orElse(null);
        Institution institution = known == null ? new Institution(id) : known;
        try {
            institution.become(now);
        } catch (DateTimeException | NullPointerException nowhere) {
            throw new Unacceptable("the institution's time zone is not one");
        }
        if (known == null) {
            institutions.add(institution);
        }
    }
}
