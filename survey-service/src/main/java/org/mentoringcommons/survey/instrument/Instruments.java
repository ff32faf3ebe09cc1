package org.mentoringcommons.survey.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All instruments of the platform. They are frozen and few, so each is read from the database once. */
@ApplicationScoped
public class Instruments {

    private final EntityManager database;
    private final Map<InstrumentReference, Instrument> known = new ConcurrentHashMap<>();

    Instruments(EntityManager database) {
        this.database = database;
    }

    /** Looks one up; within a transaction. */
    public Optional<Instrument> find(InstrumentReference reference) {
        Instrument cached = known.get(reference);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<Instrument> found = Optional.ofNullable(database.find(Instrument.class, reference));
        // only what another transaction committed is remembered: one that may yet roll back was added, not found
        found.ifPresent(instrument -> known.put(reference, instrument));
        return found;
    }

    /**
     * The instrument that something stored refers to.
     *
     * @throws IllegalStateException if there is none, which the database's foreign keys exclude
     */
    public Instrument get(InstrumentReference reference) {
        return find(reference).orElseThrow(() -> new IllegalStateException("an instrument in use is gone"));
    }

    boolean exists(InstrumentReference reference) {
        return find(reference).isPresent();
    }

    void add(Instrument instrument) {
        database.persist(instrument);
        database.flush();
    }

    List<Instrument> after(String key, String version, int count) {
        return database.createQuery(
                        """
                        from Instrument i where i.reference.key > :key
                          or i.reference.key = :key and i.reference.version > :version
                        order by i.reference.key, i.reference.version""",
                        Instrument.class)
                .setParameter("key", key)
                .setParameter("version", version)
                .setMaxResults(count)
                .getResultList();
    }
}
