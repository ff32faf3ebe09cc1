package org.mentoringcommons.analytics.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Instruments;
import org.mentoringcommons.analytics.statistics.PairTable;

/** Everything the bound institution's people scored before and now, as it stands; for its evaluators. */
@ApplicationScoped
public class OwnScores {

    private final Askings askings;
    private final Instruments instruments;

    OwnScores(Askings askings, Instruments instruments) {
        this.askings = askings;
        this.instruments = instruments;
    }

    /** {@return by scale; empty if the instrument is not known} */
    public Optional<Map<String, PairTable>> of(InstrumentReference instrument) {
        return instruments.find(instrument).map(structure -> {
            ScaleTables.Collector collector = new ScaleTables.Collector(structure);
            askings.answers(instrument, (id, answers) -> collector.add(answers));
            return collector.build().tables();
        });
    }
}
