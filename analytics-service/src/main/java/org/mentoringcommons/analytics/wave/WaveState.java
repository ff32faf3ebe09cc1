package org.mentoringcommons.analytics.wave;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Item;
import org.mentoringcommons.analytics.instrument.Missing;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.instrument.ThenNow;

/**
 * What survey-service tells about a wave, as far as this service reads it.
 *
 * @param occasion what is asked about; null is the workshop
 */
record WaveState(
        UUID id,
        UUID workshop,
        String occasion,
        Instant opensAt,
        Instant closesAt,
        int invited,
        Instrument instrument) {

    private static final String WORKSHOP = "workshop";

    /** Whether it is the survey right after the workshop, as all were before occasions were told. */
    boolean countsForTheWorkshop() {
        return occasion == null || occasion.equals(WORKSHOP);
    }

    record Instrument(String key, String version, List<Item> items, List<ToldScale> scales) {
        InstrumentReference reference() {
            return new InstrumentReference(key, version);
        }

        /** What can be counted of it: scores are of pairs before and now. Other scales' answers are here item by item. */
        Structure structure() {
            Set<String> pairs = items.stream()
                    .filter(ThenNow.class::isInstance)
                    .map(Item::key)
                    .collect(Collectors.toSet());
            return new Structure(
                    items,
                    scales.stream()
                            .filter(scale -> pairs.containsAll(scale.items()) && scale.isCounted())
                            .map(scale -> new Scale(scale.key(), scale.items(), Missing.of(scale.missing())))
                            .toList());
        }
    }

    /** A scale as it is told, which may be of a form that is not counted here. */
    record ToldScale(String key, List<String> items, String missing, List<String> reverse) {

        boolean isCounted() {
            return Missing.isKnown(missing) && (reverse == null || reverse.isEmpty());
        }
    }
}
