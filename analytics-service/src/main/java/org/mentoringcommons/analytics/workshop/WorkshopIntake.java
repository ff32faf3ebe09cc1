package org.mentoringcommons.analytics.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;
import org.mentoringcommons.analytics.institution.Versions;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;
import org.mentoringcommons.exchange.Unacceptable;

/** Keeps the copy of the workshops. An erased one takes its waves, answers and counts with it. */
@ApplicationScoped
class WorkshopIntake implements Subscription<WorkshopState> {

    private final Workshops workshops;
    private final Versions versions;
    private final Event<WorkshopErasing> erasing;

    WorkshopIntake(Workshops workshops, Versions versions, Event<WorkshopErasing> erasing) {
        this.versions = versions;
        this.erasing = erasing;
        this.workshops = workshops;
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
    public Class<WorkshopState> state() {
        return WorkshopState.class;
    }

    @Override
    public int together() {
        return 200;
    }

    @Override
    public void apply(Received<WorkshopState> fact) {
        if (fact.tenant().isEmpty()) {
            throw new Unacceptable("a workshop belongs to an institution");
        }
        versions.raise();
        fact.state().ifPresentOrElse(this::describe, () -> workshops
                .find(UUID.fromString(fact.key()))
                .ifPresent(workshop -> {
                    erasing.fire(new WorkshopErasing(workshop.id()));
                    workshops.remove(workshop);
                }));
    }

    private void describe(WorkshopState now) {
        if ("delivered".equals(now.status()) && now.deliveredAt() == null) {
            throw new Unacceptable("a delivered workshop says when");
        }
        Workshop workshop = workshops.find(now.id()).orElse(null);
        if (workshop == null) {
            workshop = new Workshop(now.id());
            workshop.become(now);
            workshops.add(workshop);
        } else {
            workshop.become(now);
        }
    }
}
