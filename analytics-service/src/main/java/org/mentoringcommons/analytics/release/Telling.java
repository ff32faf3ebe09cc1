package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Tells the other services of releases, after they are frozen: whoever freezes one may act for an institution, and a release is
 * the platform's.
 */
@ApplicationScoped
class Telling {

    /** Of two instances, the second waits for the first and then has nothing left to tell. */
    private static final String TAKE =
            """
            with taken as (
              insert into release_told select r.number from release r
              where not exists (select from release_told t where t.number = r.number) order by r.number
              on conflict do nothing returning number)
            select r.number, r.study, r.edition, r.frozen_at, r.content_hash, d.institutions
            from taken join release r on r.number = taken.number join release_draft d on d.id = r.draft
            order by r.number""";

    private final EntityManager database;
    private final Outbox outbox;
    private final TenantTransaction transaction;

    Telling(EntityManager database, Outbox outbox, TenantTransaction transaction) {
        this.database = database;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** Tells of every release that has not been told of. */
    void round() {
        transaction.run(null, () -> untold().forEach(release -> outbox.append(release.fact())));
    }

    private List<ReleaseFact> untold() {
        return database.createNativeQuery(TAKE, Tuple.class)
                .getResultStream()
                .map(row -> fact((Tuple) row))
                .toList();
    }

    private static ReleaseFact fact(Tuple row) {
        return new ReleaseFact(
                row.get(0, Integer.class),
                row.get(1, String.class),
                row.get(2, Integer.class),
                row.get(3, Instant.class),
                row.get(4, String.class),
                Arrays.stream(row.get(5, String[].class)).sorted().toList());
    }
}
