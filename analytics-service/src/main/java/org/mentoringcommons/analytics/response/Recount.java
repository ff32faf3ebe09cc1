package org.mentoringcommons.analytics.response;

import jakarta.enterprise.context.ApplicationScoped;
import org.mentoringcommons.analytics.instrument.Instruments;
import org.mentoringcommons.analytics.wave.Wave;
import org.mentoringcommons.analytics.wave.Waves;

/** Counts an institution's responses anew from their rows, which are the truth; the result equals what was kept. */
@ApplicationScoped
class Recount {

    private final Responses responses;
    private final Counts counts;
    private final Waves waves;
    private final Instruments instruments;

    Recount(Responses responses, Counts counts, Waves waves, Instruments instruments) {
        this.responses = responses;
        this.counts = counts;
        this.waves = waves;
        this.instruments = instruments;
    }

    /** Replaces all counts of the bound institution, within the transaction under way. */
    void run() {
        counts.clear();
        responses.all().forEach(response -> {
            Wave wave = waves.find(response.wave()).orElseThrow();
            counts.add(
                    Stratum.of(wave),
                    Contribution.of(instruments.find(wave.instrument()).orElseThrow(), response));
        });
    }
}
