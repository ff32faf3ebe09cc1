package org.mentoringcommons.analytics.response;

import java.util.UUID;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.wave.Wave;

/** The smallest group that counts are kept of: who answered one instrument about one workshop. */
record Stratum(UUID workshop, InstrumentReference instrument) {

    static Stratum of(Wave wave) {
        return new Stratum(wave.workshop(), wave.instrument());
    }
}
