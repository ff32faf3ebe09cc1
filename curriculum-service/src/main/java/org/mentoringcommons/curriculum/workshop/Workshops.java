package org.mentoringcommons.curriculum.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.mentoringcommons.curriculum.paging.Page;
import org.mentoringcommons.exchange.Outbox;

/** The workshops of the institution bound to the request. */
@ApplicationScoped
public class Workshops {

    private final EntityManager entities;
    private final Outbox outbox;

    Workshops(EntityManager entities, Outbox outbox) {
        this.entities = entities;
        this.outbox = outbox;
    }

    /** Refuses with 404 what is not there or belongs to another institution. */
    public Workshop get(UUID id) {
        Workshop found = entities.find(Workshop.class, id);
        if (found == null) {
            throw WorkshopProblem.noSuchWorkshop();
        }
        return found;
    }

    Page<Workshop> after(UUID id, int limit) {
        return Page.of(
                entities.createQuery("from Workshop where id > :id order by id", Workshop.class)
                        .setParameter("id", id)
                        .setMaxResults(limit + 1)
                        .getResultList(),
                limit,
                workshop -> workshop.id().toString());
    }

    void add(Workshop workshop) {
        entities.persist(workshop);
        tell(workshop);
    }

    /**
     * Writes a change and tells the other services, in the transaction under way. The version rises even if no column
     * of the workshop itself differs, so of two people who change a workshop or its roster at once one is refused with
     * 409, here and before anything depending on it is written.
     */
    public void changed(Workshop workshop) {
        entities.lock(workshop, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        tell(workshop);
    }

    private void tell(Workshop workshop) {
        entities.flush();
        outbox.append(workshop.state().fact(workshop.version() + 1)); // Hibernate counts from 0, facts from 1
    }
}
