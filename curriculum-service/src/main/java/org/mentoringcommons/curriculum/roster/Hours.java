package org.mentoringcommons.curriculum.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How long people were there, from attendance and the length of sessions. It is for their certificates and stays here:
 * no fact tells it, and nothing joins it to answers.
 */
@ApplicationScoped
public class Hours {

    private static final String RECEIVED =
            """
            select p.id, p.name, p.withdrawn, cast(count(s.number) as int),
                   cast(coalesce(sum(least(a.minutes, s.minutes)), 0) as int)
            from participant p
              left join attendance a on (a.tenant, a.workshop, a.participant) = (p.tenant, p.workshop, p.id)
              left join session s on (s.tenant, s.workshop, s.number) = (a.tenant, a.workshop, a.session)
            where p.workshop = :workshop %s
            group by p.id, p.name, p.withdrawn, p.position
            having not p.withdrawn or count(s.number) > 0
            order by p.position, p.id""";

    private final EntityManager entities;

    Hours(EntityManager entities) {
        this.entities = entities;
    }

    /** Of everybody on the roster, and of those who withdrew after they had been there. */
    @SuppressWarnings("unchecked")
    public List<Received> of(UUID workshop) {
        return entities.createNativeQuery(RECEIVED.formatted(""), Received.class)
                .setParameter("workshop", workshop)
                .getResultList();
    }

    /** Of one of them. */
    @SuppressWarnings("unchecked")
    public Optional<Received> of(UUID workshop, UUID participant) {
        return entities.createNativeQuery(RECEIVED.formatted("and p.id = :participant"), Received.class)
                .setParameter("workshop", workshop)
                .setParameter("participant", participant)
                .getResultStream()
                .findFirst();
    }

    /** The workshop on whose roster somebody stands. */
    @SuppressWarnings("unchecked")
    public Optional<UUID> workshopOf(UUID participant) {
        return entities.createNativeQuery("select workshop from participant where id = :participant", UUID.class)
                .setParameter("participant", participant)
                .getResultStream()
                .findFirst();
    }
}
