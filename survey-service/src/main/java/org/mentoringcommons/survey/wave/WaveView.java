package org.mentoringcommons.survey.wave;

import java.time.Instant;
import java.util.UUID;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.protocol.Occasion;

/**
 * A wave as of now.
 *
 * @param opensAt the first moment at which answers are taken
 * @param closesAt the first moment that is too late
 * @param invited how many people of the roster have an invitation
 * @param responded how many have answered
 */
record WaveView(
        UUID id,
        UUID workshop,
        UUID protocol,
        Occasion occasion,
        InstrumentReference instrument,
        Instant opensAt,
        Instant closesAt,
        Window.State state,
        int invited,
        long responded) {

    static WaveView of(Wave wave, Instant now, long responded) {
        return new WaveView(
                wave.id(),
                wave.workshop(),
                wave.protocol(),
                wave.occasion(),
                wave.instrument(),
                wave.window().opensAt(),
                wave.window().closesAt(),
                wave.stateAt(now),
                wave.invited(),
                responded);
    }
}
