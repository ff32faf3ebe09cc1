package org.mentoringcommons.survey.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.mentoringcommons.survey.wave.Wave;

/**
 * What is said of a wave.
 *
 * @param responded how many had answered when it closed; left out before
 */
record WaveData(
        UUID wave,
        UUID workshop,
        String occasion,
        Instant opensAt,
        Instant closesAt,
        int invited,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer responded) {

    static WaveData of(Wave wave, Integer responded) {
        return new WaveData(
                wave.id(),
                wave.workshop(),
                wave.occasion().word(),
                wave.window().opensAt(),
                wave.window().closesAt(),
                wave.invited(),
                responded);
    }
}
