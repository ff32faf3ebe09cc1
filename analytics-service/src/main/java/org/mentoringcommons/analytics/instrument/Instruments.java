package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mentoringcommons.exchange.Unacceptable;

/** The instruments known so far; a version's structure is learnt once and never changes. */
@ApplicationScoped
public class Instruments {

    private final EntityManager database;
    private final ObjectMapper json;
    private final Scorings scorings;
    /** What a version is never changes; what was read once need not be asked for again. */
    private final Map<InstrumentReference, Structure> known = new ConcurrentHashMap<>();
    /** Structures are read for every batch and change never: what was parsed is kept by its text. */
    private final Map<String, Structure> parsed = new ConcurrentHashMap<>();

    Instruments(EntityManager database, ObjectMapper json, Scorings scorings) {
        this.database = database;
        this.json = json;
        this.scorings = scorings;
    }

    /** {@return the structure of a version, once a wave has brought it, with the scoring rule last decided on} */
    public Optional<Structure> find(InstrumentReference reference) {
        Optional<Structure> brought = Optional.ofNullable(
                known.computeIfAbsent(reference, key -> asBrought(key).orElse(null)));
        return scoring(reference)
                .<Optional<Structure>>map(rule -> brought.map(structure -> structure.scoredBy(rule)))
                .orElse(brought);
    }

    private Optional<Missing> scoring(InstrumentReference reference) {
        return scorings.last(reference).map(Scoring::missing);
    }

    private Optional<Structure> asBrought(InstrumentReference reference) {
        return database.createNativeQuery(
                        "select structure from instrument where key = ?1 and version = ?2", String.class)
                .setParameter(1, reference.key())
                .setParameter(2, reference.version())
                .getResultStream()
                .map(text -> parsed.computeIfAbsent((String) text, this::read))
                .findFirst();
    }

    /**
     * Remembers a version's structure.
     *
     * @throws Unacceptable if the version is known with another structure: rows packed by it would be misread
     */
    public void learn(InstrumentReference reference, Structure structure) {
        // first waves of two institutions may bring it at once: the second then waits and sees the first's
        database.createNativeQuery(
                        "insert into instrument (key, version, structure) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, reference.key())
                .setParameter(2, reference.version())
                .setParameter(3, write(structure))
                .executeUpdate();
        if (!asBrought(reference).orElseThrow().equals(structure)) {
            throw new Unacceptable("the instrument's version is known with another structure");
        }
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
