package org.mentoringcommons.analytics.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The declared studies. They belong to no institution; who may see one is decided where it is asked for. */
@ApplicationScoped
public class Studies {

    private final EntityManager database;
    private final ObjectMapper json;

    Studies(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** {@return the study of this key} */
    public Optional<Study> find(String key) {
        return database.createNativeQuery(
                        "select title, definition, declared_at from study where key = ?1", Tuple.class)
                .setParameter(1, key)
                .getResultStream()
                .map(row -> read(key, (Tuple) row))
                .findFirst();
    }

    /** {@return false if the key is taken; nothing is changed then} */
    boolean declare(Study study, String declaredBy) {
        int declared = database.createNativeQuery(
                        """
                        insert into study (key, title, definition, declared_by, declared_at)
                        values (?1, ?2, ?3, ?4, ?5) on conflict do nothing""")
                .setParameter(1, study.key())
                .setParameter(2, study.title())
                .setParameter(3, write(study.definition()))
                .setParameter(4, declaredBy)
                .setParameter(5, study.declaredAt())
                .executeUpdate();
        if (declared == 1) {
            study.team()
                    .forEach(subject -> database.createNativeQuery("insert into team (study, subject) values (?1, ?2)")
                            .setParameter(1, study.key())
                            .setParameter(2, subject)
                            .executeUpdate());
        }
        return declared == 1;
    }

    private Study read(String key, Tuple row) {
        try {
            return new Study(
                    key,
                    row.get(0, String.class),
                    json.readValue(row.get(1, String.class), Study.Definition.class),
                    team(key),
                    row.get(2, Instant.class));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored definition cannot be read", unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private Set<String> team(String key) {
        return Set.copyOf(database.createNativeQuery("select subject from team where study = ?1", String.class)
                .setParameter(1, key)
                .getResultList());
    }

    private String write(Study.Definition definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
