package org.mentoringcommons.survey.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;

/** Keeps the copy of workshops and tells those who act on it. */
@ApplicationScoped
class WorkshopSubscription implements Subscription<WorkshopFact> {

    private final Workshops workshops;
    private final Event<WorkshopChanged> changed;
    private final Event<WorkshopTold> told;
    private final Event<WorkshopGone> gone;

    WorkshopSubscription(
            Workshops workshops, Event<WorkshopChanged> changed, Event<WorkshopTold> told, Event<WorkshopGone> gone) {
        this.workshops = workshops;
        this.changed = changed;
        this.told = told;
        this.gone = gone;
    }

    @Override
    public String topic() {
        return "workshops";
    }

    @Override
    public String type() {
        return "org.mentoringcommons.workshop.v1";
    }

    @Override
    public Class<WorkshopFact> state() {
        return WorkshopFact.class;
    }

    @Override
    public void apply(Received<WorkshopFact> fact) {
        if (fact.state().isPresent()) {
            WorkshopFact state = fact.state().get();
            changed.fire(new WorkshopChanged(workshops.record(state)));
            if (!state.imported()) {
                told.fire(
                        new WorkshopTold(state.id(), state.curriculum(), state.status(), fact.version(), fact.time()));
            }
        } else {
            UUID workshop = UUID.fromString(fact.key());
            gone.fire(new WorkshopGone(workshop));
            workshops.find(workshop).ifPresent(Workshop::isGone);
        }
    }
}
