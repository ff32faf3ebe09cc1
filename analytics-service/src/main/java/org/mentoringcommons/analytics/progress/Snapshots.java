package org.mentoringcommons.analytics.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Instruments;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.wave.WaveErasing;

/**
 * What facilitators and portals are shown of the bound institution's waves. A snapshot is made anew when at least so many
 * answers are new, or so many of its own were withdrawn, or once when the wave has closed; a correction alone never does
 * it. Until then every look shows the same.
 */
@ApplicationScoped
class Snapshots {

    private static final String DUE =
            """
            select w.id from wave w
            left join progress_snapshot s on s.tenant = w.tenant and s.wave = w.id
            cross join lateral (
                select count(*) as n, count(*) filter (where r.id <> all (coalesce(s.answers, '{}'))) as fresh
                from response r where r.tenant = w.tenant and r.wave = w.id) c
            where (?1 or w.workshop = ?2)
              and (c.fresh >= ?3 or coalesce(cardinality(s.answers), 0) - (c.n - c.fresh) >= ?3
                   or w.closes_at <= ?4 and not coalesce(s.closed, false))
            order by w.id""";

    private final EntityManager database;
    private final Askings askings;
    private final Instruments instruments;
    private final SnapshotTables tables;
    private final ProgressSettings settings;

    Snapshots(
            EntityManager database,
            Askings askings,
            Instruments instruments,
            SnapshotTables tables,
            ProgressSettings settings) {
        this.database = database;
        this.askings = askings;
        this.instruments = instruments;
        this.tables = tables;
        this.settings = settings;
    }

    /** {@return what is shown of each wave: of a workshop's or of all; first whatever is due is made anew} */
    Map<UUID, Snapshot> current(List<Asking> waves, Optional<UUID> workshop, Instant now) {
        Map<UUID, Asking> byId = new HashMap<>();
        waves.forEach(asking -> byId.put(asking.wave(), asking));
        for (UUID due : due(workshop, now)) {
            Optional.ofNullable(byId.get(due)).ifPresent(asking -> renew(asking, now));
        }
        Map<UUID, Snapshot> shown = new HashMap<>();
        for (Tuple row : rows(workshop)) {
            Optional.ofNullable(byId.get(row.get(0, UUID.class)))
                    .ifPresent(asking -> shown.put(asking.wave(), snapshot(asking.instrument(), row)));
        }
        return shown;
    }

    /** What was shown of a wave goes with it. */
    void forget(@Observes WaveErasing erasing) {
        database.createNativeQuery("delete from progress_snapshot where wave = ?1")
                .setParameter(1, erasing.wave())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<UUID> due(Optional<UUID> workshop, Instant now) {
        return database.createNativeQuery(DUE, UUID.class)
                .setParameter(1, workshop.isEmpty())
                .setParameter(2, workshop.orElseGet(UUID::randomUUID))
                .setParameter(3, settings.refreshAfter())
                .setParameter(4, now)
                .getResultList();
    }

    /** One look after the other: the second finds the snapshot that the first has made, and leaves it. */
    private void renew(Asking asking, Instant now) {
        database.createNativeQuery(
                        """
                        insert into progress_snapshot values (current_tenant(), ?1, '{}', '{}', false)
                        on conflict do nothing""")
                .setParameter(1, asking.wave())
                .executeUpdate();
        Tuple row = (Tuple) database.createNativeQuery(
                        "select wave, answers, tables, closed from progress_snapshot where wave = ?1 for update",
                        Tuple.class)
                .setParameter(1, asking.wave())
                .getSingleResult();
        Snapshot before = snapshot(asking.instrument(), row);
        ScaleTables.Collector collector = new ScaleTables.Collector(structure(asking.instrument()));
        Set<UUID> present = new HashSet<>();
        askings.answers(asking.wave(), (id, answers) -> {
            present.add(id);
            collector.add(answers);
        });
        boolean closed = !now.isBefore(asking.closesAt());
        if (before.fresh(present) >= settings.refreshAfter()
                || before.gone(present) >= settings.refreshAfter()
                || closed && !before.closed()) {
            store(asking.wave(), new Snapshot(present, collector.build(), closed || before.closed()));
        }
    }

    private void store(UUID wave, Snapshot snapshot) {
        database.createNativeQuery(
                        "update progress_snapshot set answers = ?2, tables = ?3, closed = ?4 where wave = ?1")
                .setParameter(1, wave)
                .setParameter(2, snapshot.answers().toArray(UUID[]::new))
                .setParameter(3, tables.write(snapshot.scores()))
                .setParameter(4, snapshot.closed())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(Optional<UUID> workshop) {
        return database.createNativeQuery(
                        """
                        select s.wave, s.answers, s.tables, s.closed from progress_snapshot s
                        join wave w on w.tenant = s.tenant and w.id = s.wave where ?1 or w.workshop = ?2""",
                        Tuple.class)
                .setParameter(1, workshop.isEmpty())
                .setParameter(2, workshop.orElseGet(UUID::randomUUID))
                .getResultList();
    }

    private Snapshot snapshot(InstrumentReference instrument, Tuple row) {
        Set<UUID> answers = Set.of(row.get(1, UUID[].class));
        return new Snapshot(
                answers,
                tables.read(row.get(2, String.class), answers.size(), structure(instrument)),
                row.get(3, Boolean.class));
    }

    private Structure structure(InstrumentReference instrument) {
        return instruments.find(instrument).orElseThrow();
    }
}
