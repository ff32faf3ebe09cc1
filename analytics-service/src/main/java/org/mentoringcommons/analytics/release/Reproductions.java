package org.mentoringcommons.analytics.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.TenantTransaction;

/** Which frozen releases are to be made again, who does it, and what came out. */
@ApplicationScoped
class Reproductions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HELD = " where release = ?1 and attempt = ?2 and state = 'waiting'";

    private final EntityManager database;
    private final TenantTransaction transaction;
    private final ReleaseSettings settings;
    private final Clock clock;
    private final AuditTrail trail;

    Reproductions(
            EntityManager database,
            TenantTransaction transaction,
            ReleaseSettings settings,
            Clock clock,
            AuditTrail trail) {
        this.database = database;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * That this instance makes a release again, as long as it renews that in time.
     *
     * @param attempt which attempt this is; a later one takes it away
     */
    record Turn(int release, int attempt) {}

    /** Wants a release made again, in the transaction under way; one that waits already is asked for once. */
    void ask(int release, String subject, Instant now) {
        database.createNativeQuery(
                        """
                        insert into release_reproduction (release, state, asked_by, asked_at) values (?1, 'waiting', ?2, ?3)
                        on conflict (release) do update set state = 'waiting', asked_by = excluded.asked_by,
                            asked_at = excluded.asked_at, failures = 0, lease_until = null, outcome = null, ended_at = null
                        where release_reproduction.state <> 'waiting'""")
                .setParameter(1, release)
                .setParameter(2, subject)
                .setParameter(3, now)
                .executeUpdate();
    }

    Optional<ReproductionView> find(int release) {
        return database.createNativeQuery(
                        "select state, asked_at, ended_at, outcome from release_reproduction where release = ?1",
                        Tuple.class)
                .setParameter(1, release)
                .getResultStream()
                .map(row -> view(release, (Tuple) row))
                .findFirst();
    }

    /** {@return one that waits, or whose maker has fallen silent; empty if there is none} */
    Optional<Turn> claim() {
        return transaction.call(null, () -> {
            database.createNativeQuery(
                            """
                            update release_reproduction set state = 'failed', lease_until = null, ended_at = ?1
                            where state = 'waiting' and lease_until < ?1 and failures + 1 >= ?2""")
                    .setParameter(1, clock.instant())
                    .setParameter(2, settings.attempts())
                    .executeUpdate();
            return database.createNativeQuery(
                            """
                            update release_reproduction set attempt = attempt + 1, lease_until = ?2,
                                failures = failures + case when lease_until is null then 0 else 1 end
                            where release = (select release from release_reproduction
                                             where state = 'waiting' and (lease_until is null or lease_until < ?1)
                                             order by asked_at, release limit 1 for update skip locked)
                            returning release, attempt""",
                            Tuple.class)
                    .setParameter(1, clock.instant())
                    .setParameter(2, clock.instant().plus(settings.lease()))
                    .getResultStream()
                    .map(row -> new Turn(((Tuple) row).get(0, Integer.class), ((Tuple) row).get(1, Integer.class)))
                    .findFirst();
        });
    }

    void renew(Turn turn) {
        transaction.run(null, () -> {
            int held = database.createNativeQuery("update release_reproduction set lease_until = ?3" + HELD)
                    .setParameter(1, turn.release())
                    .setParameter(2, turn.attempt())
                    .setParameter(3, clock.instant().plus(settings.lease()))
                    .executeUpdate();
            if (held == 0) {
                throw new Lease.Lost();
            }
        });
    }

    /** Notes what came out, unless it was taken up elsewhere. */
    void made(Turn turn, FrozenRelease release, Reproduced outcome) {
        transaction.run(null, () -> {
            int held = database.createNativeQuery(
                            "update release_reproduction set state = 'made', lease_until = null, outcome = ?3, ended_at = ?4"
                                    + HELD)
                    .setParameter(1, turn.release())
                    .setParameter(2, turn.attempt())
                    .setParameter(3, write(outcome))
                    .setParameter(4, clock.instant())
                    .executeUpdate();
            if (held == 1) {
                trail.record(Deed.of(
                                "release.reproduced",
                                Drafting.THING,
                                release.draft().toString())
                        .detail("release " + turn.release() + ", "
                                + (outcome.reproduced() ? "the same" : "not the same")));
            }
        });
    }

    /** After a failure: it waits for another attempt, until there have been enough. */
    void giveBack(Turn turn) {
        transaction.run(null, () -> database.createNativeQuery(
                        """
                        update release_reproduction
                        set failures = failures + 1, lease_until = null,
                            state = case when failures + 1 < ?3 then state else 'failed' end,
                            ended_at = case when failures + 1 < ?3 then null else cast(?4 as timestamptz) end"""
                                + HELD)
                .setParameter(1, turn.release())
                .setParameter(2, turn.attempt())
                .setParameter(3, settings.attempts())
                .setParameter(4, clock.instant())
                .executeUpdate());
    }

    private static ReproductionView view(int release, Tuple row) {
        try {
            String outcome = row.get(3, String.class);
            return new ReproductionView(
                    release,
                    row.get(0, String.class),
                    row.get(1, Instant.class),
                    row.get(2, Instant.class),
                    outcome == null ? null : JSON.readValue(outcome, Reproduced.class));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored outcome cannot be read", unreadable);
        }
    }

    private static String write(Reproduced outcome) {
        try {
            return JSON.writeValueAsString(outcome);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
