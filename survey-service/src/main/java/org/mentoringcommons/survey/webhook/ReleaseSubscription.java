package org.mentoringcommons.survey.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;
import org.mentoringcommons.exchange.Unacceptable;
import org.mentoringcommons.tenancy.Tenant;

/** Has webhooks of the institutions whose answers are counted in a release told that there is one, or not any more. */
@ApplicationScoped
class ReleaseSubscription implements Subscription<ReleaseFact> {

    private final News news;

    ReleaseSubscription(News news) {
        this.news = news;
    }

    private record Frozen(int release, String study, int edition, Instant frozenAt) {}

    private record Withdrawn(int release, String study, int edition, Instant withdrawnAt, Integer replacedBy) {}

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
            // told with the withdrawal, too, if nothing came before it; who was told it is not told again
            tell(
                    release,
                    EventType.RELEASE_FROZEN,
                    release.frozenAt(),
                    new Frozen(release.number(), release.study(), release.edition(), release.frozenAt()));
            ReleaseFact.Withdrawn withdrawn = release.withdrawn();
            if (withdrawn != null) {
                tell(
                        release,
                        EventType.RELEASE_WITHDRAWN,
                        withdrawn.at(),
                        new Withdrawn(
                                release.number(),
                                release.study(),
                                release.edition(),
                                withdrawn.at(),
                                withdrawn.replacedBy()));
            }
        });
    }

    private void tell(ReleaseFact release, EventType type, Instant happenedAt, Object data) {
        String event = (type == EventType.RELEASE_FROZEN ? "release/" : "release.withdrawn/") + release.number();
        release.institutions().forEach(institution -> news.keep(tenant(institution), type, event, happenedAt, data));
    }

    private static Tenant tenant(String id) {
        try {
            return new Tenant(id);
        } catch (IllegalArgumentException malformed) {
            throw new Unacceptable("an institution's id is no organization id");
        }
    }
}
