package org.mentoringcommons.survey.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.tenancy.Tenant;

/**
 * Of each webhook, across institutions, when there is something to do and who does it. One instance at a time sends to a
 * webhook, so a slow one keeps only itself waiting.
 *
 * <p>Whoever adds messages locks the institution's lanes before, and whoever gives a lane back locks it before looking for
 * the next message: so of an addition and a return one sees the other, and nothing waits unnoticed.
 */
@ApplicationScoped
class Lanes {

    /** Longer than any attempt takes: after it the claimant is taken for dead. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final String CLAIM =
            """
            with due as materialized (
              select institution, webhook from webhook_lane
              where failing = ? and due_at <= ? and (lease_until is null or lease_until <= ?)
              order by due_at limit ? for update skip locked)
            update webhook_lane l set claim = gen_random_uuid(), lease_until = ?
            from due where l.institution = due.institution and l.webhook = due.webhook
            returning l.institution, l.webhook, l.claim""";

    private static final String LOCK =
            "select webhook from webhook_lane where institution = current_tenant() order by webhook for update";
    private static final String HASTEN =
            "update webhook_lane set due_at = least(coalesce(due_at, ?), ?) where institution = ? and webhook = any (?)";
    private static final String HOLD =
            """
            update webhook_lane set lease_until = ? where institution = ? and webhook = ? and claim = ?""";
    private static final String RETURN =
            """
            update webhook_lane set due_at = ?, failing = ?, claim = null, lease_until = null
            where institution = ? and webhook = ? and claim = ?""";

    private final Statements database;

    Lanes(Statements database) {
        this.database = database;
    }

    /** A webhook that is this instance's to send to, for a while. */
    record Claim(Tenant institution, UUID webhook, UUID claim) {}

    /** Takes those that have been due for longest and that no other instance has. */
    List<Claim> claim(boolean failing, int most, Instant now) {
        return database.list(
                CLAIM,
                row -> new Claim(
                        new Tenant(row.getString(1)), row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
                failing,
                at(now),
                at(now),
                most,
                at(now.plus(LEASE)));
    }

    void add(Tenant institution, UUID webhook) {
        database.update("insert into webhook_lane (institution, webhook) values (?, ?)", institution.id(), webhook);
    }

    /** Keeps whoever else adds messages of the institution worked for waiting until the transaction ends. */
    void lock() {
        database.list(LOCK, row -> row.getObject(1, UUID.class));
    }

    /** Something is to be done now; after {@link #lock}. */
    void hasten(Tenant institution, List<UUID> webhooks, Instant now) {
        if (!webhooks.isEmpty()) {
            database.update(HASTEN, at(now), at(now), institution.id(), webhooks);
        }
    }

    /** Something may be done now that could not be before. */
    void hastenAll(Tenant institution, Instant now) {
        database.update(
                "update webhook_lane set due_at = ? where institution = ? and due_at > ?",
                at(now),
                institution.id(),
                at(now));
    }

    /** Whether it is still ours; if so, for as long again, and nobody adds to it until the transaction ends. */
    boolean hold(Claim claim, Instant now) {
        return database.update(HOLD, at(now.plus(LEASE)), claim.institution().id(), claim.webhook(), claim.claim())
                == 1;
    }

    /** Gives it back. @param due when there is something to do; null for never */
    void giveBack(Claim claim, Instant due, boolean failing) {
        database.update(
                RETURN,
                due == null ? null : at(due),
                failing,
                claim.institution().id(),
                claim.webhook(),
                claim.claim());
    }

    void remove(Tenant institution, UUID webhook) {
        database.update("delete from webhook_lane where institution = ? and webhook = ?", institution.id(), webhook);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
