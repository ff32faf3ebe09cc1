package org.mentoringcommons.provisioning.overview;

import jakarta.enterprise.context.ApplicationScoped;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;

/** Hears of every workshop. */
@ApplicationScoped
class WorkshopSubscription implements Subscription<WorkshopState> {

    private final Activity activity;

    WorkshopSubscription(Activity activity) {
        this.activity = activity;
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
    public void apply(Received<WorkshopState> fact) {
        activity.workshop(fact);
    }
}
