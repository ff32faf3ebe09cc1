package org.mentoringcommons.curriculum.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Who was present in which session. A relation without a life of its own, hence plain SQL on whole sets; row-level
 * security and the composite foreign keys keep it within one institution and one workshop.
 */
@ApplicationScoped
class Attendance {

    private final EntityManager entities;

    Attendance(EntityManager entities) {
        this.entities = entities;
    }

    /** Who was there all the time, and who in part, each in the order of the roster. */
    AttendanceList of(UUID workshop, int session) {
        List<Object[]> people = people(workshop, session);
        return new AttendanceList(
                people.stream()
                        .filter(row -> row[1] == null)
                        .map(row -> (UUID) row[0])
                        .toList(),
                people.stream()
                        .filter(row -> row[1] != null)
                        .map(row -> new AttendanceList.Partly((UUID) row[0], (Integer) row[1]))
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> people(UUID workshop, int session) {
        return entities.createNativeQuery(
                        """
                        select a.participant, a.minutes from attendance a
                          join participant p on (p.tenant, p.id) = (a.tenant, a.participant)
                        where a.workshop = :workshop and a.session = :session order by p.position""")
                .setParameter("workshop", workshop)
                .setParameter("session", session)
                .getResultList();
    }

    /** Which of these people are on the workshop's roster, or have been in a session before they withdrew from it. */
    @SuppressWarnings("unchecked")
    List<UUID> enrolled(UUID workshop, Collection<UUID> participants) {
        return entities.createNativeQuery(
                        """
                        select id from participant p where workshop = :workshop and id = any(:participants)
                          and (not withdrawn or exists (select from attendance a
                            where (a.tenant, a.workshop, a.participant) = (p.tenant, p.workshop, p.id)))""",
                        UUID.class)
                .setParameter("workshop", workshop)
                .setParameter("participants", participants.toArray(UUID[]::new))
                .getResultList();
    }

    /** Makes exactly these enrolled people the present ones. */
    void replace(UUID workshop, int session, Presence presence) {
        entities.createNativeQuery("delete from attendance where workshop = :workshop and session = :session")
                .setParameter("workshop", workshop)
                .setParameter("session", session)
                .executeUpdate();
        entities.createNativeQuery(
                        """
                        insert into attendance (tenant, workshop, session, participant, minutes)
                        select current_tenant(), :workshop, :session, present.*
                        from unnest(cast(:participants as uuid[]), cast(:minutes as int[])) present""")
                .setParameter("workshop", workshop)
                .setParameter("session", session)
                .setParameter("participants", presence.people().toArray(UUID[]::new))
                .setParameter("minutes", presence.minutes())
                .executeUpdate();
    }

    /** How many people have been in at least one session. */
    int inAnySession(UUID workshop) {
        return ((Number) entities.createNativeQuery(
                                "select count(distinct participant) from attendance where workshop = :workshop")
                        .setParameter("workshop", workshop)
                        .getSingleResult())
                .intValue();
    }
}
