package org.mentoringcommons.analytics.wave;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Item;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.instrument.Structure;

/** What survey-service tells about a wave, as far as this service reads it. */
record WaveState(UUID id, UUID workshop, Instant opensAt, Instant closesAt, int invited, Instrument instrument) {

    record Instrument(String key, String version, List<Item> items, List<Scale> scales) {
        InstrumentReference reference() {
            return new InstrumentReference(key, version);
        }

        Structure structure() {
            return new Structure(items, scales);
        }
    }
}
