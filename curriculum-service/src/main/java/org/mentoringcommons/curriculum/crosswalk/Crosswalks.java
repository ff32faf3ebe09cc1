package org.mentoringcommons.curriculum.crosswalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.exchange.Outbox;

/** All crosswalks, each number of each for good. */
@ApplicationScoped
class Crosswalks {

    private final EntityManager entities;
    private final ObjectMapper json;
    private final Outbox outbox;

    Crosswalks(EntityManager entities, ObjectMapper json, Outbox outbox) {
        this.entities = entities;
        this.json = json;
        this.outbox = outbox;
    }

    /** What was said under a number. */
    record Said(Instant at, NewCrosswalk content) {}

    /** Keeps it under the next number, which it returns, and lets it be told; of two at once the second gets 409. */
    int add(String key, Instant at, NewCrosswalk said) {
        int number = (Integer) entities.createNativeQuery(
                                "select coalesce(max(number), 0) from crosswalk where key = :key", Integer.class)
                        .setParameter("key", key)
                        .getSingleResult()
                + 1;
        entities.createNativeQuery("insert into crosswalk values (:key, :number, :at, cast(:content as jsonb))")
                .setParameter("key", key)
                .setParameter("number", number)
                .setParameter("at", at)
                .setParameter("content", write(said))
                .executeUpdate();
        outbox.append(CrosswalkFact.of(key, number, at, said));
        return number;
    }

    /** Whether just this was said before, under whatever number. */
    boolean wasSaid(String key, NewCrosswalk said) {
        return (boolean) entities.createNativeQuery(
                        """
                        select exists (select from crosswalk
                          where key = :key and content = cast(:content as jsonb))""",
                        Boolean.class)
                .setParameter("key", key)
                .setParameter("content", write(said))
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    Optional<Said> find(String key, int number) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select said_at, cast(content as text) from crosswalk where key = :key and number = :number")
                .setParameter("key", key)
                .setParameter("number", number)
                .getResultList();
        return rows.stream().findFirst().map(row -> new Said((Instant) row[0], read((String) row[1])));
    }

    @SuppressWarnings("unchecked")
    List<CrosswalkHead> newest(String after, int limit) {
        List<Object[]> rows = entities.createNativeQuery(
                        """
                        select distinct on (key) key, number, said_at, content ->> 'title' from crosswalk
                        where key > :after order by key, number desc limit :limit""")
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(row -> new CrosswalkHead(
                        (String) row[0], ((Number) row[1]).intValue(), (Instant) row[2], (String) row[3]))
                .toList();
    }

    private String write(NewCrosswalk said) {
        try {
            return json.writeValueAsString(said);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private NewCrosswalk read(String content) {
        try {
            return json.readValue(content, NewCrosswalk.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a stored crosswalk cannot be read", impossible);
        }
    }
}
