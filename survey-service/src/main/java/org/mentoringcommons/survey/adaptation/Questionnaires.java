package org.mentoringcommons.survey.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.survey.instrument.Instrument;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.instrument.Instruments;
import org.mentoringcommons.survey.instrument.Questionnaire;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/**
 * What the waves of the institution worked for ask. It is fixed when a wave opens and never changes, so the latest used
 * ones need no question to the database.
 */
@ApplicationScoped
public class Questionnaires {

    private static final int REMEMBERED = 2_000;

    private record Asking(Optional<Tenant> institution, UUID wave) {}

    private final Adaptations adaptations;
    private final Instruments instruments;
    private final TenantBinding binding;
    private final Map<Asking, Questionnaire> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asking, Questionnaire> eldest) {
            return size() > REMEMBERED;
        }
    });

    Questionnaires(Adaptations adaptations, Instruments instruments, TenantBinding binding) {
        this.adaptations = adaptations;
        this.instruments = instruments;
        this.binding = binding;
    }

    /** Fixes what a new wave asks, in the transaction that opens it: the instrument as the institution adapts it now. */
    public void fix(UUID wave, InstrumentReference instrument) {
        adaptations.fix(wave, instrument);
    }

    /** What this wave asks. */
    public Questionnaire ofWave(UUID wave, InstrumentReference reference) {
        Asking asking = new Asking(binding.tenant(), wave);
        Questionnaire remembered = known.get(asking);
        if (remembered != null) {
            return remembered;
        }
        Instrument instrument = instruments.get(reference);
        Questionnaire found = adaptations
                .ofWave(wave)
                .map(adaptation -> new Questionnaire(instrument, adaptation.own(), adaptation.words()))
                .orElseGet(() -> new Questionnaire(instrument, null, List.of()));
        known.put(asking, found);
        return found;
    }
}
