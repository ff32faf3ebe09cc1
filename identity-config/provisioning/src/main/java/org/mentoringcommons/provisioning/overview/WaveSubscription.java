package org.mentoringcommons.provisioning.overview;

import jakarta.enterprise.context.ApplicationScoped;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;

/** Hears of every wave. */
@ApplicationScoped
class WaveSubscription implements Subscription<WaveState> {

    private final Activity activity;

    WaveSubscription(Activity activity) {
        this.activity = activity;
    }

    @Override
    public String topic() {
        return "waves";
    }

    @Override
    public String type() {
        return "org.mentoringcommons.wave.v1";
    }

    @Override
    public Class<WaveState> state() {
        return WaveState.class;
    }

    @Override
    public void apply(Received<WaveState> fact) {
        activity.wave(fact);
    }
}
