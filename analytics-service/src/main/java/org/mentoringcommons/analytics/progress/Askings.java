package org.mentoringcommons.analytics.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/** The waves of the bound institution with how many have answered, and the answers themselves. */
@ApplicationScoped
class Askings {

    private static final String NOBODYS = "00000000-0000-0000-0000-000000000000";

    private final EntityManager database;

    Askings(EntityManager database) {
        this.database = database;
    }

    boolean knowWorkshop(UUID workshop) {
        return !database.createNativeQuery("select 1 from workshop where id = ?1", Integer.class)
                .setParameter(1, workshop)
                .getResultList()
                .isEmpty();
    }

    /** {@return the waves of a workshop, or of the whole institution, by the time they opened} */
    List<Asking> of(Optional<UUID> workshop) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(
                        """
                        select w.id, w.workshop, w.instrument_key, w.instrument_version, w.opens_at, w.closes_at, w.invited,
                               count(r.id) as responded, w.imported
                        from wave w left join response r on r.tenant = w.tenant and r.wave = w.id
                        where ?1 or w.workshop = ?2
                        group by w.tenant, w.id order by w.opens_at, w.id""",
                        Tuple.class)
                .setParameter(1, workshop.isEmpty())
                .setParameter(2, workshop.orElse(UUID.fromString(NOBODYS)))
                .getResultList();
        return rows.stream()
                .map(row -> new Asking(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        new InstrumentReference(row.get(2, String.class), row.get(3, String.class)),
                        row.get(4, Instant.class),
                        row.get(5, Instant.class),
                        row.get(6, Integer.class),
                        row.get(7, Long.class),
                        row.get(8, Boolean.class)))
                .toList();
    }

    /** Hands out the packed answers of a wave, each with its response's id. */
    void answers(UUID wave, BiConsumer<UUID, byte[]> reader) {
        each(
                database.createNativeQuery("select id, answers from response where wave = ?1", Tuple.class)
                        .setParameter(1, wave),
                reader);
    }

    /** Hands out the packed answers of all waves with an instrument, each with its response's id. */
    void answers(InstrumentReference instrument, BiConsumer<UUID, byte[]> reader) {
        answers(instrument, false, reader);
        answers(instrument, true, reader);
    }

    /** Hands out the packed answers of all waves with an instrument that are imported, or are not, each with its response's id. */
    void answers(InstrumentReference instrument, boolean imported, BiConsumer<UUID, byte[]> reader) {
        each(
                database.createNativeQuery(
                                """
                                select r.id, r.answers from response r join wave w on w.tenant = r.tenant and w.id = r.wave
                                where w.instrument_key = ?1 and w.instrument_version = ?2 and w.imported = ?3""",
                                Tuple.class)
                        .setParameter(1, instrument.key())
                        .setParameter(2, instrument.version())
                        .setParameter(3, imported),
                reader);
    }

    private static void each(Query query, BiConsumer<UUID, byte[]> reader) {
        try (Stream<?> rows = query.getResultStream()) {
            rows.map(row -> (Tuple) row)
                    .forEach(row -> reader.accept(row.get(0, UUID.class), row.get(1, byte[].class)));
        }
    }
}
