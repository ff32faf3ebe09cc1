package org.mentoringcommons.survey.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;
import org.mentoringcommons.exchange.Unacceptable;
import org.mentoringcommons.tenancy.Tenant;

/** Has webhooks of the institutions whose answers are counted in a release told that there is one. */
@ApplicationScoped
class ReleaseSubscription implements Subscription<ReleaseFact> {

    private final News news;

    ReleaseSubscription(News news) {
        this.news = news;
    }

    /** What a message says of it. */
    private record Data(int release, String study, int edition, Instant frozenAt) {}

    @Override
    public String topic() {
        return "releases";
    }

    @Override
    public String type() {
        return "org.mentoringcommons.release.v1";
    }

    @Override
    public Class<ReleaseFact> state() {
        return ReleaseFact.class;
    }

    @Override
    public void apply(Received<ReleaseFact> fact) {
        fact.state().ifPresent(release -> {
            Data data = new Data(release.number(), release.study(), release.edition(), release.frozenAt());
            for (String institution : release.institutions()) {
                news.keep(
                        tenant(institution),
                        EventType.RELEASE_FROZEN,
                        "release/" + release.number(),
                        release.frozenAt(),
                        data);
            }
        });
    }

    private static Tenant tenant(String id) {
        try {
            return new Tenant(id);
        } catch (IllegalArgumentException malformed) {
            throw new Unacceptable("an institution's id is no organization id");
        }
    }
}
