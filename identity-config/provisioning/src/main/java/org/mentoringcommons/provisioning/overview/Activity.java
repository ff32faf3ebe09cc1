package org.mentoringcommons.provisioning.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Unacceptable;

/** Workshops and waves of all institutions, one row each; that older news changes nothing is the exchange's care. */
@ApplicationScoped
@Transactional
class Activity {

    static final String WORKSHOP = "WORKSHOP";
    static final String WAVE = "WAVE";

    private static final String KEEP =
            """
            insert into activity (kind, id, organization, status, opens_at, closes_at)
            values (:kind, :id, :organization, :status, cast(:opens as timestamptz), cast(:closes as timestamptz))
            on conflict (kind, id) do update set organization = excluded.organization, status = excluded.status,
                opens_at = excluded.opens_at, closes_at = excluded.closes_at""";

    private final EntityManager database;

    Activity(EntityManager database) {
        this.database = database;
    }

    void workshop(Received<WorkshopState> fact) {
        if (fact.state().isEmpty()) {
            forget(WORKSHOP, fact);
        } else {
            keep(WORKSHOP, fact, fact.state().get().status(), null, null);
        }
    }

    void wave(Received<WaveState> fact) {
        if (fact.state().isEmpty()) {
            forget(WAVE, fact);
        } else {
            WaveState wave = fact.state().get();
            keep(WAVE, fact, null, wave.opensAt(), wave.closesAt());
        }
    }

    private void keep(String kind, Received<?> fact, String status, Instant opensAt, Instant closesAt) {
        database.createNativeQuery(KEEP)
                .setParameter("kind", kind)
                .setParameter("id", fact.key())
                .setParameter(
                        "organization",
                        fact.tenant()
                                .orElseThrow(() -> new Unacceptable("it names no institution"))
                                .id())
                .setParameter("status", status)
                .setParameter("opens", opensAt == null ? null : opensAt.toString())
                .setParameter("closes", closesAt == null ? null : closesAt.toString())
                .executeUpdate();
    }

    private void forget(String kind, Received<?> fact) {
        database.createNativeQuery("delete from activity where kind = :kind and id = :id")
                .setParameter("kind", kind)
                .setParameter("id", fact.key())
                .executeUpdate();
    }
}
