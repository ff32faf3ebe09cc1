package org.mentoringcommons.analytics.progress;

import java.time.Instant;
import java.util.UUID;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/**
 * A wave, as far as progress is concerned.
 *
 * @param invited people it was sent to
 * @param responded answers that are there now
 * @param imported whether people were asked elsewhere: nobody was invited
 */
record Asking(
        UUID wave,
        UUID workshop,
        InstrumentReference instrument,
        Instant opensAt,
        Instant closesAt,
        long invited,
        long responded,
        boolean imported) {

    boolean isOpenAt(Instant now) {
        return !now.isBefore(opensAt) && now.isBefore(closesAt);
    }
}
