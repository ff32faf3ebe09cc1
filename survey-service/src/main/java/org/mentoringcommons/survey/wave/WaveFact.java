package org.mentoringcommons.survey.wave;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.mentoringcommons.exchange.Fact;
import org.mentoringcommons.survey.instrument.InstrumentStructure;
import org.mentoringcommons.survey.protocol.Occasion;

/**
 * The {@code waves} fact: the window, how many are invited, and the structure of what is asked.
 *
 * @param responded how many had answered when it closed; null before
 * @param imported whether people were asked elsewhere and their answers imported: {@code invited} is then 0 and says nothing
 */
record WaveFact(
        UUID id,
        UUID workshop,
        Occasion occasion,
        Instant opensAt,
        Instant closesAt,
        int invited,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer responded,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean imported,
        InstrumentStructure instrument) {

    private static final String TOPIC = "waves";
    private static final String TYPE = "org.mentoringcommons.wave.v1";

    static Fact of(Wave wave, InstrumentStructure instrument) {
        return new Fact(
                TOPIC,
                wave.id().toString(),
                TYPE,
                wave.factVersion(),
                new WaveFact(
                        wave.id(),
                        wave.workshop(),
                        wave.occasion(),
                        wave.window().opensAt(),
                        wave.window().closesAt(),
                        wave.invited(),
                        wave.finalResponded(),
                        wave.isImported(),
                        instrument));
    }

    /** The last word about a wave that is no more. */
    static Fact gone(Wave wave) {
        return Fact.erased(TOPIC, wave.id().toString(), TYPE, wave.factVersion() + 1);
    }
}
