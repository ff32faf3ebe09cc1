package org.mentoringcommons.survey.coding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All codebooks of the platform. They are frozen and few, so each is read from the database once. */
@ApplicationScoped
public class Codebooks {

    private final EntityManager database;
    private final Map<CodebookReference, Codebook> known = new ConcurrentHashMap<>();

    Codebooks(EntityManager database) {
        this.database = database;
    }

    /** The version, if there is one. */
    public Optional<Codebook> find(CodebookReference reference) {
        Codebook cached = known.get(reference);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<Codebook> found = Optional.ofNullable(database.find(Codebook.class, reference));
        found.ifPresent(codebook -> known.put(reference, codebook));
        return found;
    }

    void add(Codebook codebook) {
        database.persist(codebook);
        database.flush();
    }

    List<Codebook> after(String key, String version, int count) {
        return database.createQuery(
                        """
                        from Codebook c where c.reference.key > :key
                          or c.reference.key = :key and c.reference.version > :version
                        order by c.reference.key, c.reference.version""",
                        Codebook.class)
                .setParameter("key", key)
                .setParameter("version", version)
                .setMaxResults(count)
                .getResultList();
    }
}
