package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The releases of all studies that are, or were, worked on. */
@ApplicationScoped
class Drafts {

    private final EntityManager database;

    Drafts(EntityManager database) {
        this.database = database;
    }

    void add(Draft draft) {
        database.persist(draft);
        database.flush();
    }

    /** Writes what was done to one, so that somebody else's change meanwhile is noticed before the answer. */
    void flush() {
        database.flush();
    }

    /**
     * Writes what was done to one, and removes what would have been published; a discarded one does not change any more, so
     * that goes first. Of one that changed meanwhile nothing is removed.
     */
    void forget(Draft draft) {
        database.createNativeQuery("update release_draft set candidate = null where id = ?1 and revision = ?2")
                .setParameter(1, draft.id())
                .setParameter(2, draft.revision())
                .setFlushMode(FlushModeType.COMMIT)
                .executeUpdate();
        flush();
    }

    Optional<Draft> find(String study, UUID id) {
        return Optional.ofNullable(database.find(Draft.class, id))
                .filter(draft -> draft.study().equals(study));
    }

    List<Draft> after(String study, UUID id, int limit) {
        return database.createQuery("from Draft where study = ?1 and id > ?2 order by id", Draft.class)
                .setParameter(1, study)
                .setParameter(2, id)
                .setMaxResults(limit + 1)
                .getResultList();
    }

    long open(String study) {
        return database.createQuery("select count(*) from Draft where study = ?1 and state not in (?2, ?3)", Long.class)
                .setParameter(1, study)
                .setParameter(2, State.FROZEN)
                .setParameter(3, State.DISCARDED)
                .getSingleResult();
    }

    /** {@return what would be published, as it was audited} */
    Optional<byte[]> candidate(UUID id) {
        return database.createNativeQuery(
                        "select candidate from release_draft where id = ?1 and candidate is not null", byte[].class)
                .setParameter(1, id)
                .getResultStream()
                .map(content -> (byte[]) content)
                .findFirst();
    }
}
