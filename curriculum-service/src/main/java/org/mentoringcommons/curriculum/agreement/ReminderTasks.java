package org.mentoringcommons.curriculum.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.tenancy.Tenant;

/** Which reminders are due, across institutions. The database's clock decides, so that instances need not agree on it. */
@ApplicationScoped
class ReminderTasks {

    /** What is due is looked for once: joined as it is, a plan may look anew for every row, and find another each time. */
    private static final String CLAIM =
            """
            with due as materialized (
              select institution, reminder from agreement_task where due_at <= now()
              order by due_at limit 1 for update skip locked)
            update agreement_task t set claim = gen_random_uuid(), attempts = attempts + 1,
                                        due_at = now() + make_interval(secs => :lease)
            from due where t.institution = due.institution and t.reminder = due.reminder
            returning cast(t.institution as text), t.reminder, t.attempts, t.claim""";

    private static final String LATER =
            """
            update agreement_task set due_at = :due, claim = null, attempts = 0
            where institution = :institution and reminder = :reminder and claim = :claim""";
    private static final String AGAIN =
            """
            update agreement_task set due_at = now() + make_interval(secs => :pause), claim = null
            where institution = :institution and reminder = :reminder and claim = :claim""";

    /** Longer than any attempt takes: after it the claimant is taken for dead. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final int LONGEST_PAUSE_DOUBLINGS = 8; // about four minutes

    private final EntityManager entities;

    ReminderTasks(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A reminder to be seen to, held by whoever claimed it.
     *
     * @param attempts how many claims there were, with this one
     */
    record Claim(Tenant institution, UUID reminder, int attempts, UUID claim) {}

    /** Takes what has been due for longest, if anything is and no other instance has it. */
    @SuppressWarnings("unchecked")
    Optional<Claim> claim() {
        List<Object[]> rows = entities.createNativeQuery(CLAIM)
                .setParameter("lease", (double) LEASE.toSeconds())
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Claim(
                        new Tenant((String) row[0]), (UUID) row[1], ((Number) row[2]).intValue(), (UUID) row[3]));
    }

    /** Whether it was still ours: it is to be looked at then. */
    boolean later(Claim claim, Instant due) {
        return entities.createNativeQuery(LATER)
                        .setParameter("due", due)
                        .setParameter("institution", claim.institution().id())
                        .setParameter("reminder", claim.reminder())
                        .setParameter("claim", claim.claim())
                        .executeUpdate()
                == 1;
    }

    /** It failed, and is to be tried again after a pause that grows. */
    void again(Claim claim) {
        entities.createNativeQuery(AGAIN)
                .setParameter("pause", (double) (1L << Math.min(claim.attempts() - 1, LONGEST_PAUSE_DOUBLINGS)))
                .setParameter("institution", claim.institution().id())
                .setParameter("reminder", claim.reminder())
                .setParameter("claim", claim.claim())
                .executeUpdate();
    }
}
