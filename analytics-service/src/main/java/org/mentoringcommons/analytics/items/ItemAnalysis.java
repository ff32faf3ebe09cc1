package org.mentoringcommons.analytics.items;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Instruments;
import org.mentoringcommons.analytics.instrument.Item;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.items.ItemAnalysisView.ItemView;
import org.mentoringcommons.analytics.items.ItemAnalysisView.PatternView;

/**
 * Adds up what is shown of the bound institution's waves with a version of an instrument. Only waves that are over count:
 * whoever looked again after each answer to an open one would see who left out what, and when. How people got through is told
 * of those asked here alone: of imported answers nobody knows what was asked, and in which order.
 */
@ApplicationScoped
class ItemAnalysis {

    private static final int MOST_PATTERNS = 20;
    private static final UUID NOBODYS = new UUID(0, 0);
    private static final String ASKED =
            """
            select count(*) filter (where closes_at <= ?5 and not imported), count(*) filter (where closes_at > ?5),
                   coalesce(sum(invited) filter (where closes_at <= ?5 and not imported), 0), count(*)
            from wave where instrument_key = ?1 and instrument_version = ?2 and (?3 or workshop = ?4)""";
    private static final String OVER =
            """
            select id from wave
            where instrument_key = ?1 and instrument_version = ?2 and (?3 or workshop = ?4) and closes_at <= ?5""";

    private final EntityManager database;
    private final Instruments instruments;
    private final ItemSnapshots snapshots;
    private final Clock clock;

    ItemAnalysis(EntityManager database, Instruments instruments, ItemSnapshots snapshots, Clock clock) {
        this.database = database;
        this.instruments = instruments;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** Which answers are gone through. */
    private record Scope(InstrumentReference instrument, Optional<UUID> workshop, Instant now) {

        Query of(Query query) {
            return query.setParameter(1, instrument.key())
                    .setParameter(2, instrument.version())
                    .setParameter(3, workshop.isEmpty())
                    .setParameter(4, workshop.orElse(NOBODYS))
                    .setParameter(5, now);
        }
    }

    /** How many waves are over, and how many people could answer them; how many are open, and how many there are at all. */
    private record Waves(int over, int open, long invited, int all) {

        static Waves of(Tuple row) {
            return new Waves(
                    row.get(0, Number.class).intValue(),
                    row.get(1, Number.class).intValue(),
                    row.get(2, Number.class).longValue(),
                    row.get(3, Number.class).intValue());
        }
    }

    /** {@return how people got through it; empty if the institution, or this workshop of its, was never asked it} */
    Optional<ItemAnalysisView> of(InstrumentReference instrument, Optional<UUID> workshop) {
        Scope scope = new Scope(instrument, workshop, clock.instant());
        Waves waves = Waves.of(
                (Tuple) scope.of(database.createNativeQuery(ASKED, Tuple.class)).getSingleResult());
        if (waves.all() == 0) {
            return Optional.empty();
        }
        Structure structure = instruments.find(instrument).orElseThrow();
        Passage passage = new Passage(structure);
        List<Ratings> ratings = Ratings.of(structure);
        @SuppressWarnings("unchecked")
        List<UUID> over = scope.of(database.createNativeQuery(OVER, UUID.class)).getResultList();
        int imported = 0;
        for (ItemSnapshots.Shown wave : snapshots.of(over, structure, scope.now())) {
            int people = wave.counted().addTo(passage, wave.imported(), ratings);
            imported += wave.imported() ? people : 0;
        }
        return Optional.of(view(scope, waves, passage, imported, ratings, structure));
    }

    private static ItemAnalysisView view(
            Scope scope, Waves waves, Passage passage, int imported, List<Ratings> ratings, Structure structure) {
        List<Passage.Pattern> patterns = passage.patterns();
        List<Passage.Pattern> shown = patterns.subList(0, Math.min(MOST_PATTERNS, patterns.size()));
        return new ItemAnalysisView(
                scope.instrument(),
                scope.workshop().map(UUID::toString).orElse(null),
                waves.over(),
                waves.open(),
                waves.invited(),
                passage.people(),
                passage.complete(),
                imported,
                passage.stretches().stream()
                        .map(each -> new ItemView(
                                each.item(), each.answered(), each.leftBefore(), each.reached(), each.skipped()))
                        .toList(),
                structure.items().stream()
                        .filter(item -> item.bytes() == 0)
                        .map(Item::key)
                        .toList(),
                shown.stream()
                        .map(pattern -> new PatternView(pattern.items(), pattern.people()))
                        .toList(),
                passage.people()
                        - passage.complete()
                        - shown.stream().mapToInt(Passage.Pattern::people).sum(),
                ratings.stream().map(Consistency::of).toList(),
                "not-kept");
    }
}
