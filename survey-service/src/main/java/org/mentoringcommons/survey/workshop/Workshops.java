package org.mentoringcommons.survey.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The workshops of the institution worked for. */
@ApplicationScoped
public class Workshops {

    private final EntityManager database;

    Workshops(EntityManager database) {
        this.database = database;
    }

    public Optional<Workshop> find(UUID id) {
        return Optional.ofNullable(database.find(Workshop.class, id));
    }

    /** Delivered workshops of these curricula. */
    public List<Workshop> delivered(List<String> curricula) {
        return database.createQuery(
                        "from Workshop w where w.status = 'delivered' and w.curriculum in :curricula", Workshop.class)
                .setParameter("curricula", curricula)
                .getResultList();
    }

    /** Whoever was erased from the roster up to this revision is forgotten here. */
    public void erasuresRead(UUID workshop, long revision) {
        database.createNativeQuery(
                        "update workshop set erasures_read = :revision where id = :workshop and erasures_read < :revision")
                .setParameter("workshop", workshop)
                .setParameter("revision", revision)
                .executeUpdate();
    }

    Workshop record(WorkshopFact fact) {
        Workshop workshop = find(fact.id()).orElseGet(() -> new Workshop(fact.id()));
        workshop.isNow(fact);
        database.persist(workshop);
        database.flush();
        return workshop;
    }
}
