package org.mentoringcommons.survey.wave;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.survey.protocol.Occasion;

/** The waves of the institution worked for. */
@ApplicationScoped
public class Waves {

    private final EntityManager database;

    Waves(EntityManager database) {
        this.database = database;
    }

    public Optional<Wave> find(UUID id) {
        return Optional.ofNullable(database.find(Wave.class, id));
    }

    /** The wave as it is now, which nobody else changes until the transaction ends. */
    public Optional<Wave> lock(UUID id) {
        return Optional.ofNullable(database.find(Wave.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** All of a workshop, whatever the occasion. */
    public List<Wave> ofWorkshop(UUID workshop) {
        return database.createQuery("from Wave w where w.workshop = :workshop order by w.id", Wave.class)
                .setParameter("workshop", workshop)
                .getResultList();
    }

    Optional<Wave> ofWorkshop(UUID workshop, Occasion occasion) {
        return ofWorkshop(workshop).stream()
                .filter(wave -> wave.occasion() == occasion)
                .findFirst();
    }

    /** Those right after workshops, under this protocol, whose people were asked here. */
    List<Wave> ofProtocol(UUID protocol) {
        return database.createQuery(
                        """
                        from Wave w where w.protocol = :protocol and w.occasion = :occasion
                          and w.importedWith is null""",
                        Wave.class)
                .setParameter("protocol", protocol)
                .setParameter("occasion", Occasion.WORKSHOP)
                .getResultList();
    }

    /** All under this protocol, whatever the occasion, that have not closed by then. */
    List<Wave> ofProtocolNotOver(UUID protocol, Instant moment) {
        return database.createQuery("from Wave w where w.protocol = :protocol and w.closesAt > :moment", Wave.class)
                .setParameter("protocol", protocol)
                .setParameter("moment", moment)
                .getResultList();
    }

    List<Wave> after(UUID id, UUID workshop, int count) {
        return database.createQuery(
                        """
                        from Wave w where (:id is null or w.id > :id) and (:workshop is null or w.workshop = :workshop)
                        order by w.id""",
                        Wave.class)
                .setParameter("id", id)
                .setParameter("workshop", workshop)
                .setMaxResults(count)
                .getResultList();
    }

    void add(Wave wave) {
        database.persist(wave);
        database.flush();
    }

    void remove(Wave wave) {
        database.remove(wave);
        database.flush();
    }

    void flush() {
        database.flush();
    }

    /**
     * Makes openings of one institution happen one after the other until the transaction ends: a workshop and a protocol
     * that arrive at the same moment could otherwise each miss the other. Whoever calls it has written its own row
     * before, and reads the other's after.
     */
    void takeTurn(String institution) {
        database.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('waves/' || :institution, 0))) turn",
                        Integer.class)
                .setParameter("institution", institution)
                .getSingleResult();
    }
}
