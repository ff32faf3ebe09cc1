package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.mentoringcommons.analytics.release.ReleaseFact.Withdrawn;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Tells the other services of releases, after they are frozen or withdrawn: whoever does that may act for an institution, and a
 * release is the platform's.
 */
@ApplicationScoped
class Telling {

    /** Of two instances, the second waits for the first and then has nothing left to tell. */
    private static final String FROZEN =
            """
            with taken as (
              insert into release_told select r.number from release r
              where not exists (select from release_told t where t.number = r.number) order by r.number
              on conflict do nothing returning number)
            select r.number, r.study, r.edition, r.frozen_at, r.content_hash, d.institutions,
                   cast(null as timestamptz), cast(null as int)
            from taken join release r on r.number = taken.number join release_draft d on d.id = r.draft
            order by r.number""";

    /** Only of those of which it was told that they are frozen. */
    private static final String WITHDRAWN =
            """
            with taken as (
              insert into withdrawn_release_told select e.release from release_erratum e
              join release_told f on f.number = e.release
              where not exists (select from withdrawn_release_told t where t.number = e.release) order by e.release
              on conflict do nothing returning number)
            select r.number, r.study, r.edition, r.frozen_at, r.content_hash, d.institutions, e.withdrawn_at, e.replaced_by
            from taken join release r on r.number = taken.number join release_draft d on d.id = r.draft
            join release_erratum e on e.release = r.number
            order by r.number""";

    private final EntityManager database;
    private final Outbox outbox;
    private final TenantTransaction transaction;

    Telling(EntityManager database, Outbox outbox, TenantTransaction transaction) {
        this.database = database;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** Tells of every release that has not been told of, and of every withdrawal of one. */
    void round() {
        transaction.run(null, () -> {
            untold(FROZEN).forEach(release -> outbox.append(release.fact()));
            untold(WITHDRAWN).forEach(release -> outbox.append(release.fact()));
        });
    }

    private List<ReleaseFact> untold(String which) {
        return database.createNativeQuery(which, Tuple.class)
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
                Arrays.stream(row.get(5, String[].class)).sorted().toList(),
                row.get(6, Instant.class) == null
                        ? null
                        : new Withdrawn(row.get(6, Instant.class), row.get(7, Integer.class)));
    }
}
