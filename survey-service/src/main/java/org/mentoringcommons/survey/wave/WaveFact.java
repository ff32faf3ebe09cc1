package org.mentoringcommons.survey.wave;

import java.time.Instant;
import java.util.UUID;
import org.mentoringcommons.exchange.Fact;
import org.mentoringcommons.survey.instrument.InstrumentStructure;

/** The {@code waves} fact: the window, how many are invited, and the structure of what is asked. */
record WaveFact(
        UUID id, UUID workshop, Instant opensAt, Instant closesAt, int invited, InstrumentStructure instrument) {

    static Fact of(Wave wave, InstrumentStructure instrument) {
        return new Fact(
                "waves",
                wave.id().toString(),
                "org.mentoringcommons.wave.v1",
                wave.factVersion(),
                new WaveFact(
                        wave.id(),
                        wave.workshop(),
                        wave.window().opensAt(),
                        wave.window().closesAt(),
                        wave.invited(),
                        instrument));
    }
}
