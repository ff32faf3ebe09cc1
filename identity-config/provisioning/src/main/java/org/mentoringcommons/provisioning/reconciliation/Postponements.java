package org.mentoringcommons.provisioning.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** When a key that was failed at is due again: after 20 s, then after twice as long each time, at most after an hour. */
@ApplicationScoped
@Transactional
class Postponements {

    static final Duration FIRST = Duration.ofSeconds(20);
    static final Duration LONGEST = Duration.ofHours(1);

    private static final int ENOUGH_DOUBLINGS = 10; // beyond the longest
    private static final String POSTPONE =
            """
            insert into postponed (kind, key, failures, next_attempt) values (:kind, :key, 1, :next)
            on conflict (kind, key) do update set failures = postponed.failures + 1, next_attempt = :next""";

    private final EntityManager database;
    private final Clock clock;

    Postponements(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Of the unsettled keys of a kind, in their order, those that are due; what is settled by now is forgotten. */
    List<String> due(String kind, List<String> unsettled) {
        Set<String> wanted = new HashSet<>(unsettled);
        Set<String> settled = new HashSet<>();
        Set<String> notYet = new HashSet<>();
        for (Object[] row : postponed(kind)) {
            String key = (String) row[0];
            if (!wanted.contains(key)) {
                settled.add(key);
            } else if (((Instant) row[1]).isAfter(clock.instant())) {
                notYet.add(key);
            }
        }
        forget(kind, settled);
        return unsettled.stream().filter(key -> !notYet.contains(key)).toList();
    }

    void postpone(String kind, String key) {
        List<?> failures = database.createNativeQuery(
                        "select failures from postponed where kind = :kind and key = :key")
                .setParameter("kind", kind)
                .setParameter("key", key)
                .getResultList();
        int before = failures.isEmpty() ? 0 : ((Number) failures.get(0)).intValue();
        database.createNativeQuery(POSTPONE)
                .setParameter("kind", kind)
                .setParameter("key", key)
                .setParameter("next", clock.instant().plus(after(before)))
                .executeUpdate();
    }

    /** How long a key rests that has failed that often before. */
    static Duration after(int failuresBefore) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failuresBefore, ENOUGH_DOUBLINGS));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> postponed(String kind) {
        return database.createNativeQuery("select key, next_attempt from postponed where kind = :kind", Object[].class)
                .setParameter("kind", kind)
                .getResultList();
    }

    private void forget(String kind, Collection<String> keys) {
        keys.forEach(key -> database.createNativeQuery("delete from postponed where kind = :kind and key = :key")
                .setParameter("kind", kind)
                .setParameter("key", key)
                .executeUpdate());
    }
}
