package org.mentoringcommons.analytics.wave;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Item;
import org.mentoringcommons.analytics.instrument.Likert;
import org.mentoringcommons.analytics.instrument.Missing;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.instrument.ThenNow;

/**
 * What survey-service tells about a wave, as far as this service reads it.
 *
 * @param occasion what is asked about; null is the workshop
 * @param responded how many had answered when it closed; null before
 * @param imported whether people were asked elsewhere; false if nothing is said of it
 */
record WaveState(
        UUID id,
        UUID workshop,
        String occasion,
        Instant opensAt,
        Instant closesAt,
        int invited,
        Integer responded,
        boolean imported,
        Instrument instrument) {

    private static final String WORKSHOP = "workshop";

    /** Whether it is the survey right after the workshop, as all were before occasions were told. */
    boolean countsForTheWorkshop() {
        return occasion == null || occasion.equals(WORKSHOP);
    }

    record Instrument(String key, String version, String validationStatus, List<Item> items, List<ToldScale> scales) {
        InstrumentReference reference() {
            return new InstrumentReference(key, version);
        }

        /**
         * What can be scored of it: pairs before and now, and single ratings. Of a scale by a rule that is not known here
         * the answers are here item by item.
         *
         * @throws IllegalArgumentException if it contradicts itself
         */
        Structure structure() {
            return new Structure(items, scales(ThenNow.class), scales(Likert.class));
        }

        private List<Scale> scales(Class<? extends Item> kind) {
            List<String> keys =
                    items.stream().filter(kind::isInstance).map(Item::key).toList();
            return scales.stream()
                    .filter(scale -> keys.containsAll(scale.items()) && Missing.isKnown(scale.missing()))
                    .map(ToldScale::scale)
                    .toList();
        }
    }

    /** A scale as it is told, which may be of a form that is not scored here. */
    record ToldScale(String key, List<String> items, String missing, Integer minimum, Set<String> reverse) {

        Scale scale() {
            return new Scale(key, items, Missing.of(missing), minimum, reverse);
        }
    }
}
