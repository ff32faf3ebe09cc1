package org.mentoringcommons.survey.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;
import org.mentoringcommons.exchange.Unacceptable;
import org.mentoringcommons.tenancy.Tenant;

/** Keeps the copy of institutions. */
@ApplicationScoped
class InstitutionSubscription implements Subscription<InstitutionFact> {

    private final Institutions institutions;
    private final Event<InstitutionKnown> known;
    private final Event<InstitutionTold> told;

    InstitutionSubscription(Institutions institutions, Event<InstitutionKnown> known, Event<InstitutionTold> told) {
        this.institutions = institutions;
        this.known = known;
        this.told = told;
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
    public Class<InstitutionFact> state() {
        return InstitutionFact.class;
    }

    @Override
    public void apply(Received<InstitutionFact> fact) {
        // an institution that is gone keeps its copy: its waves, and the answers in them, still have their zone
        fact.state().ifPresent(state -> {
            Tenant tenant = tenant(state.id());
            institutions.record(tenant, state.alias(), state.name(), zone(state.timeZone()), state.state());
            known.fire(new InstitutionKnown(tenant));
            told.fire(new InstitutionTold(
                    tenant, state.alias(), state.name(), state.timeZone(), state.state(), fact.version(), fact.time()));
        });
    }

    private static Tenant tenant(String id) {
        try {
            return new Tenant(id);
        } catch (IllegalArgumentException malformed) {
            throw new Unacceptable("the institution's id is no organization id");
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException | NullPointerException unknown) {
            throw new Unacceptable("the institution's time zone is unknown here");
        }
    }
}
