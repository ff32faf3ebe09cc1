package org.mentoringcommons.provisioning.hub;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.provisioning.idempotency.Attempt;
import org.mentoringcommons.provisioning.paging.Page;
import org.mentoringcommons.provisioning.reach.Reach;
import org.mentoringcommons.provisioning.reconciliation.AdvisoryLock;
import org.mentoringcommons.tenancy.Refusal;

/** All hubs. */
@ApplicationScoped
@Transactional
public class Hubs implements PanacheRepositoryBase<Hub, String> {

    private final Reach reach;
    private final AdvisoryLock lock;
    private final Attempt attempt;
    private final AuditTrail trail;
    private final Clock clock;

    Hubs(Reach reach, AdvisoryLock lock, Attempt attempt, AuditTrail trail, Clock clock) {
        this.reach = reach;
        this.lock = lock;
        this.attempt = attempt;
        this.trail = trail;
        this.clock = clock;
    }

    HubView open(NewHub wanted) {
        lock.take("hub/" + wanted.key());
        Optional<Hub> present = findByIdOptional(wanted.key());
        if (attempt.hasWritten("hub", wanted.key()) && present.isPresent()) {
            return present.get().view();
        }
        if (present.isPresent()) {
            throw Refusal.conflict("hub-exists", "There is a hub with this key")
                    .violation("key", "is taken")
                    .problem();
        }
        Hub hub = new Hub(wanted, clock.instant());
        persist(hub);
        trail.record(Deed.of("hub.opened", "hub", wanted.key()).hub(wanted.key()));
        return hub.view();
    }

    HubView rename(String key, String ifMatch, HubName wanted) {
        reach.requireHub(key);
        Hub hub = findByIdOptional(key).orElseThrow(Reach::hubNotFound);
        hub.revision().requireMatch(ifMatch);
        long before = hub.revision().number();
        hub.rename(wanted.name());
        flush();
        if (hub.revision().number() != before) {
            trail.record(Deed.of("hub.renamed", "hub", key).hub(key));
        }
        return hub.view();
    }

    /**
     * @param name part of the name, in any case; empty for all
     */
    Page<HubView> within(String name, String after, int limit) {
        List<Hub> hubs = find(
                        "key > :after and (:all = true or key = :own) and locate(:name, lower(name)) > 0 order by key",
                        Parameters.with("after", after)
                                .and("name", name.toLowerCase(Locale.ROOT))
                                .and("all", reach.isUnlimited())
                                .and("own", reach.hub().orElse("")))
                .page(0, limit + 1)
                .list();
        return Page.of(hubs, limit).map(Hub::view);
    }

    /**
     * Checks that a hub exists and the caller reaches it.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 otherwise
     */
    public void require(String key) {
        get(key);
    }

    /** Whether a hub exists and the caller reaches it. */
    public boolean isReached(String key) {
        return reach.includesHub(key) && findByIdOptional(key).isPresent();
    }

    HubView get(String key) {
        reach.requireHub(key);
        return findByIdOptional(key).orElseThrow(Reach::hubNotFound).view();
    }
}
