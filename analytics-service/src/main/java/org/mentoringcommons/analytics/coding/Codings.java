package org.mentoringcommons.analytics.coding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** The consensus codings of the bound institution. */
@ApplicationScoped
class Codings {

    private final EntityManager database;

    Codings(EntityManager database) {
        this.database = database;
    }

    Optional<Coding> find(Coding.Text text) {
        return Optional.ofNullable(database.find(Coding.class, text));
    }

    void add(Coding coding) {
        database.persist(coding);
    }

    void remove(Coding coding) {
        database.remove(coding);
    }
}
