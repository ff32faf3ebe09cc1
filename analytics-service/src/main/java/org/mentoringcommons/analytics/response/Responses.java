package org.mentoringcommons.analytics.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The responses of the bound institution. */
@ApplicationScoped
public class Responses {

    private final EntityManager database;

    Responses(EntityManager database) {
        this.database = database;
    }

    /** {@return whether the institution has this response} */
    public boolean contain(UUID id) {
        return find(id).isPresent();
    }

    Optional<Response> find(UUID id) {
        return Optional.ofNullable(database.find(Response.class, id));
    }

    List<Response> ofWave(UUID wave) {
        return database.createQuery("from Response where wave = ?1", Response.class)
                .setParameter(1, wave)
                .getResultList();
    }

    Stream<Response> all() {
        return database.createQuery("from Response", Response.class).getResultStream();
    }

    void add(Response response) {
        database.persist(response);
    }

    void remove(Response response) {
        database.remove(response);
    }
}
