package org.mentoringcommons.curriculum.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who wants to be reminded, where, and when next. What says when is the database's, by what both signed last. */
@ApplicationScoped
class Reminders {

    private static final String PUT =
            """
            insert into agreement_reminder (agreement, id, address) values (:agreement, gen_random_uuid(), :address)
            on conflict (tenant, agreement, person) do update set address = excluded.address""";
    private static final String FORGET =
            "delete from agreement_reminder where agreement = :agreement and person = current_person()";
    private static final String LOCK =
            """
            select r.address, coalesce(r.contact_at <= now(), false) or coalesce(r.review_at <= now(), false),
              coalesce(r.review_at <= now(), false), exists (select from known_person p where p.tenant = r.tenant
                and p.subject = r.person and p.seen_at > now() - interval '1 year'), r.last
            from agreement_reminder r where r.id = :id for update""";
    // what was missed is not made up for
    private static final String PASS =
            """
            update agreement_reminder set last = :last,
              contact_at = case when contact_at <= now()
                then contact_at + make_interval(days => contact_days)
                  * ceil(greatest(extract(epoch from now() - contact_at), 1) / (86400 * contact_days)) else contact_at end,
              review_at = case when review_at > now() then review_at end
            where id = :id returning least(contact_at, review_at)""";
    private static final String NEXT = "select least(contact_at, review_at) from agreement_reminder where id = :id";
    private static final String LAPSE = "delete from agreement_reminder where id = :id";

    private final EntityManager entities;

    Reminders(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A reminder that nobody else changes until the transaction ends.
     *
     * @param isReview whether it is time to look at the agreement again
     * @param isSeen whether the person was here within a year
     * @param wasLast whether they were told with the one before that it is the last unless they come back
     */
    record Reminder(String address, boolean isDue, boolean isReview, boolean isSeen, boolean wasLast) {

        /** They were told, and did not come back. */
        boolean isOver() {
            return !isSeen && wasLast;
        }
    }

    void put(UUID agreement, String address) {
        entities.createNativeQuery(PUT)
                .setParameter("agreement", agreement)
                .setParameter("address", address)
                .executeUpdate();
    }

    void forget(UUID agreement) {
        entities.createNativeQuery(FORGET).setParameter("agreement", agreement).executeUpdate();
    }

    @SuppressWarnings("unchecked")
    Optional<Reminder> lock(UUID id) {
        List<Object[]> rows =
                entities.createNativeQuery(LOCK).setParameter("id", id).getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Reminder(
                        (String) row[0], (Boolean) row[1], (Boolean) row[2], (Boolean) row[3], (Boolean) row[4]));
    }

    /**
     * Counts the reminder as sent; when the next is due.
     *
     * @param last whether it says that it is the last unless they come back
     */
    Instant pass(UUID id, boolean last) {
        return (Instant) entities.createNativeQuery(PASS)
                .setParameter("id", id)
                .setParameter("last", last)
                .getSingleResult();
    }

    Instant next(UUID id) {
        return (Instant) entities.createNativeQuery(NEXT).setParameter("id", id).getSingleResult();
    }

    /** Asked for by whoever got it, outside any transaction. */
    @Transactional
    void stop(UUID id) {
        lapse(id);
    }

    void lapse(UUID id) {
        entities.createNativeQuery(LAPSE).setParameter("id", id).executeUpdate();
    }
}
