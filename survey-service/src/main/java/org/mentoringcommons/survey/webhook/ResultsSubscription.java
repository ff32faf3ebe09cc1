package org.mentoringcommons.survey.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;
import org.mentoringcommons.exchange.Unacceptable;
import org.mentoringcommons.survey.wave.Waves;

/** Has an institution's webhooks told that the results of a wave can be read. */
@ApplicationScoped
class ResultsSubscription implements Subscription<ResultsFact> {

    private final Waves waves;
    private final Announcements announcements;

    ResultsSubscription(Waves waves, Announcements announcements) {
        this.waves = waves;
        this.announcements = announcements;
    }

    @Override
    public String topic() {
        return "results";
    }

    @Override
    public String type() {
        return "org.mentoringcommons.results.v1";
    }

    @Override
    public Class<ResultsFact> state() {
        return ResultsFact.class;
    }

    @Override
    public void apply(Received<ResultsFact> fact) {
        fact.state().ifPresent(results -> {
            if (waves.find(results.wave()).isEmpty()) { // what it comes back of went out from here
                throw new Unacceptable("the institution has no such wave");
            }
            announcements.tell(EventType.RESULTS_READY, "results/" + results.wave(), fact.time(), results);
        });
    }
}
