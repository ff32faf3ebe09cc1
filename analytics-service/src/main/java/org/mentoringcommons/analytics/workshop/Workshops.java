package org.mentoringcommons.analytics.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** The workshops of the bound institution. */
@ApplicationScoped
public class Workshops {

    private final EntityManager database;

    Workshops(EntityManager database) {
        this.database = database;
    }

    /** {@return whether the institution has this workshop} */
    public boolean contain(UUID id) {
        return find(id).isPresent();
    }

    Optional<Workshop> find(UUID id) {
        return Optional.ofNullable(database.find(Workshop.class, id));
    }

    void add(Workshop workshop) {
        database.persist(workshop);
    }

    void remove(Workshop workshop) {
        database.remove(workshop);
    }
}
