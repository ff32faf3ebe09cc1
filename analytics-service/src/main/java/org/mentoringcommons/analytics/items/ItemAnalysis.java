package org.mentoringcommons.analytics.items;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Instruments;
import org.mentoringcommons.analytics.instrument.Item;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.items.ItemAnalysisView.ItemView;
import org.mentoringcommons.analytics.items.ItemAnalysisView.PatternView;

/** Goes through the bound institution's answers to a version of an instrument, once, in constant memory. */
@ApplicationScoped
class ItemAnalysis {

    private static final int MOST_PATTERNS = 20;
    private static final UUID NOBODYS = new UUID(0, 0);
    private static final String ASKED =
            """
            select count(*), coalesce(sum(invited), 0) from wave
            where instrument_key = ?1 and instrument_version = ?2 and (?3 or workshop = ?4)""";
    private static final String ANSWERS =
            """
            select r.answers from response r join wave w on w.tenant = r.tenant and w.id = r.wave
            where w.instrument_key = ?1 and w.instrument_version = ?2 and (?3 or w.workshop = ?4)""";

    private final EntityManager database;
    private final Instruments instruments;

    ItemAnalysis(EntityManager database, Instruments instruments) {
        this.database = database;
        this.instruments = instruments;
    }

    /** {@return how people got through it; empty if the institution, or this workshop of its, was never asked it} */
    Optional<ItemAnalysisView> of(InstrumentReference instrument, Optional<UUID> workshop) {
        Tuple asked = (Tuple) bound(database.createNativeQuery(ASKED, Tuple.class), instrument, workshop)
                .getSingleResult();
        int waves = asked.get(0, Number.class).intValue();
        if (waves == 0) {
            return Optional.empty();
        }
        Structure structure = instruments.find(instrument).orElseThrow();
        Passage passage = new Passage(structure);
        List<Ratings> ratings = structure
                .everyScale()
                .map(scale -> new Ratings(structure, scale))
                .toList();
        try (Stream<?> rows = bound(database.createNativeQuery(ANSWERS, byte[].class), instrument, workshop)
                .getResultStream()) {
            rows.forEach(row -> {
                Answers answers = structure.unpack((byte[]) row);
                passage.add(answers);
                ratings.forEach(scale -> scale.add(answers));
            });
        }
        return Optional.of(
                view(instrument, workshop, waves, asked.get(1, Number.class).longValue(), passage, ratings, structure));
    }

    private static ItemAnalysisView view(
            InstrumentReference instrument,
            Optional<UUID> workshop,
            int waves,
            long invited,
            Passage passage,
            List<Ratings> ratings,
            Structure structure) {
        List<Passage.Pattern> patterns = passage.patterns();
        List<Passage.Pattern> shown = patterns.subList(0, Math.min(MOST_PATTERNS, patterns.size()));
        return new ItemAnalysisView(
                instrument,
                workshop.map(UUID::toString).orElse(null),
                waves,
                invited,
                passage.people(),
                passage.complete(),
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

    private static Query bound(Query query, InstrumentReference instrument, Optional<UUID> workshop) {
        return query.setParameter(1, instrument.key())
                .setParameter(2, instrument.version())
                .setParameter(3, workshop.isEmpty())
                .setParameter(4, workshop.orElse(NOBODYS));
    }
}
