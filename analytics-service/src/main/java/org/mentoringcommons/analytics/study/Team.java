package org.mentoringcommons.analytics.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The named people of each study, and who was one when. */
@ApplicationScoped
class Team {

    private final EntityManager database;

    Team(EntityManager database) {
        this.database = database;
    }

    @SuppressWarnings("unchecked")
    Set<String> of(String study) {
        return Set.copyOf(database.createNativeQuery(
                        "select subject from team where study = ?1 and removed_at is null", String.class)
                .setParameter(1, study)
                .getResultList());
    }

    /** {@return false if the person is on the team already} */
    boolean add(String study, String subject, String by, Instant now) {
        return database.createNativeQuery(
                                """
                                insert into team (study, subject, added_by, added_at) values (?1, ?2, ?3, ?4)
                                on conflict (study, subject) where removed_at is null do nothing""")
                        .setParameter(1, study)
                        .setParameter(2, subject)
                        .setParameter(3, by)
                        .setParameter(4, now)
                        .executeUpdate()
                == 1;
    }

    void remove(String study, String subject, String by, Instant now) {
        database.createNativeQuery(
                        """
                        update team set removed_by = ?3, removed_at = ?4
                        where study = ?1 and subject = ?2 and removed_at is null""")
                .setParameter(1, study)
                .setParameter(2, subject)
                .setParameter(3, by)
                .setParameter(4, now)
                .executeUpdate();
    }

    /** {@return memberships, of now and before, in the order they began} */
    List<MembershipView> memberships(String study, long after, int limit) {
        return database.createNativeQuery(
                        """
                        select id, subject, added_by, added_at, removed_by, removed_at from team
                        where study = ?1 and id > ?2 order by id""",
                        Tuple.class)
                .setParameter(1, study)
                .setParameter(2, after)
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(row -> view((Tuple) row))
                .toList();
    }

    private static MembershipView view(Tuple row) {
        return new MembershipView(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Instant.class),
                row.get(4, String.class),
                row.get(5, Instant.class));
    }
}
