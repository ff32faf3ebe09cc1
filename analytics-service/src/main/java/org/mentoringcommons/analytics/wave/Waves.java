package org.mentoringcommons.analytics.wave;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** The waves of the bound institution. */
@ApplicationScoped
public class Waves {

    private final EntityManager database;

    Waves(EntityManager database) {
        this.database = database;
    }

    /** {@return the institution's wave of this id, if it has arrived} */
    public Optional<Wave> find(UUID id) {
        return Optional.ofNullable(database.find(Wave.class, id));
    }

    void add(Wave wave) {
        database.persist(wave);
    }

    void remove(Wave wave) {
        database.remove(wave);
    }
}
