package org.mentoringcommons.analytics.response;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Instruments;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.instrument.ThenNow;
import org.mentoringcommons.tenancy.Tenant;

/** An institution's counts as lines of text: kept by changes, and made from the rows. */
@Singleton
class Counted {

    private final Counts counts;
    private final Recount recount;
    private final Instruments instruments;
    private final Feed feed;

    Counted(Counts counts, Recount recount, Instruments instruments, Feed feed) {
        this.counts = counts;
        this.recount = recount;
        this.instruments = instruments;
        this.feed = feed;
    }

    /** Population, kind, key, before, now, people of every cell that is not zero. */
    List<String> kept(Tenant institution) {
        return lines(institution, counts::all);
    }

    List<String> made(Tenant institution) {
        return lines(institution, () -> recount.run().counts());
    }

    long wrongWaves(Tenant institution) {
        long[] wrong = {-1};
        feed.run(institution, () -> {
            Recount.Made made = recount.run();
            wrong[0] = made.corrections().size() + made.withoutWave();
        });
        return wrong[0];
    }

    /** The very bytes that would be stored. */
    List<String> packed(Tenant institution, boolean made) {
        List<String> bytes = new ArrayList<>();
        feed.run(institution, () -> (made ? recount.run().counts() : counts.all())
                .forEach((instrument, counted) -> InstrumentCounts.POPULATIONS.forEach(population -> {
                    if (!counted.of(population).isNothing()) {
                        bytes.add(instrument
                                + population.word()
                                + java.util.Arrays.toString(
                                        counted.of(population).packed()));
                    }
                })));
        return bytes;
    }

    private List<String> lines(Tenant institution, Supplier<Map<InstrumentReference, InstrumentCounts>> read) {
        List<String> lines = new ArrayList<>();
        feed.run(institution, () -> read.get().forEach((instrument, counted) -> {
            Structure structure = instruments.find(instrument).orElseThrow();
            InstrumentCounts.POPULATIONS.forEach(population -> cells(structure, counted, population)
                    .map(cell -> population.word() + "|" + cell)
                    .forEach(lines::add));
        }));
        lines.sort(null);
        return lines;
    }

    private static Stream<String> cells(Structure structure, InstrumentCounts counted, Population population) {
        List<String> cells = new ArrayList<>();
        structure.items().stream().filter(ThenNow.class::isInstance).forEach(item -> counted.of(population)
                .item(
                        item.key(),
                        (pair, people) ->
                                cells.add("item|" + item.key() + "|" + pair.then() + "|" + pair.now() + "|" + people)));
        structure.scales().forEach(scale -> counted.of(population)
                .scale(
                        scale.key(),
                        (pair, people) -> cells.add(
                                "scale|" + scale.key() + "|" + pair.then() + "|" + pair.now() + "|" + people)));
        return cells.stream();
    }
}
