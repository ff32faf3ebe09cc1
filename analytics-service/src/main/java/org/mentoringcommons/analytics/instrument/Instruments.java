package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mentoringcommons.exchange.Unacceptable;

/**
 * The instruments known so far. What is asked in a version, and so how rows of its answers are packed, is learnt once and
 * never changes; scales that an earlier release could not score are added when a wave tells of them again.
 */
@ApplicationScoped
public class Instruments {

    private static final String FIND =
            """
            select i.structure, s.missing, s.minimum from instrument i left join lateral (
              select missing, minimum from scoring
              where instrument_key = i.key and instrument_version = i.version order by number desc limit 1) s on true
            where i.key = ?1 and i.version = ?2""";

    private final EntityManager database;
    private final ObjectMapper json;
    private final Scorings scorings;
    /** Structures are read for every batch and change hardly ever: what was parsed is kept by what was read. */
    private final Map<Stored, Structure> parsed = new ConcurrentHashMap<>();

    Instruments(EntityManager database, ObjectMapper json, Scorings scorings) {
        this.database = database;
        this.json = json;
        this.scorings = scorings;
    }

    /** A structure and the rule last decided on, if any was. */
    private record Stored(String structure, String missing, Integer minimum) {
        static Stored of(Tuple row) {
            return new Stored(row.get(0, String.class), row.get(1, String.class), row.get(2, Integer.class));
        }
    }

    /** {@return the structure of a version, once a wave has brought it, with the scoring rule last decided on} */
    public Optional<Structure> find(InstrumentReference reference) {
        return stored(reference).map(found -> parsed.computeIfAbsent(found, this::read));
    }

    private Optional<Stored> stored(InstrumentReference reference) {
        return database.createNativeQuery(FIND, Tuple.class)
                .setParameter(1, reference.key())
                .setParameter(2, reference.version())
                .getResultStream()
                .map(row -> Stored.of((Tuple) row))
                .findFirst();
    }

    private Structure brought(String text) {
        return parsed.computeIfAbsent(new Stored(text, null, null), this::read);
    }

    private Structure read(Stored stored) {
        Structure brought = read(stored.structure());
        return stored.missing() == null ? brought : brought.scoredBy(Missing.of(stored.missing()), stored.minimum());
    }

    /**
     * Remembers a version's structure, and what was said of its validity, if anything was.
     *
     * @throws Unacceptable if the version is known with another structure: rows packed by it would be misread
     */
    public void learn(InstrumentReference reference, Structure structure, Optional<String> validationStatus) {
        learn(reference, structure);
        // waves of before it was told brought none
        validationStatus.ifPresent(status -> database.createNativeQuery(
                        """
                        update instrument set validation_status = ?3
                        where key = ?1 and version = ?2 and validation_status is distinct from ?3""")
                .setParameter(1, reference.key())
                .setParameter(2, reference.version())
                .setParameter(3, status)
                .executeUpdate());
    }

    /** {@return what was last said of a version's validity, in words} */
    public Optional<String> validationStatus(InstrumentReference reference) {
        return database.createNativeQuery(
                        "select validation_status from instrument where key = ?1 and version = ?2", String.class)
                .setParameter(1, reference.key())
                .setParameter(2, reference.version())
                .getResultStream()
                .filter(Objects::nonNull)
                .map(String.class::cast)
                .findFirst();
    }

    private void learn(InstrumentReference reference, Structure structure) {
        // first waves of two institutions may bring it at once: the second then waits and sees the first's
        database.createNativeQuery(
                        "insert into instrument (key, version, structure) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, reference.key())
                .setParameter(2, reference.version())
                .setParameter(3, write(structure))
                .executeUpdate();
        Structure known = brought(stored(reference).orElseThrow().structure());
        if (known.equals(structure)) {
            return;
        }
        if (!structure.scoresMoreThan(known)) {
            throw new Unacceptable("the instrument's version is known with another structure");
        }
        // learnt by a release that could not score all of its scales
        database.createNativeQuery("update instrument set structure = ?3 where key = ?1 and version = ?2")
                .setParameter(1, reference.key())
                .setParameter(2, reference.version())
                .setParameter(3, write(structure))
                .executeUpdate();
        scorings.recount(reference);
    }

    private Structure read(String text) {
        try {
            return json.readValue(text, Structure.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored structure cannot be read", unreadable);
        }
    }

    private String write(Structure structure) {
        try {
            return json.writeValueAsString(structure);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
