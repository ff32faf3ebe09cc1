package org.mentoringcommons.analytics.cohort;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Instruments;
import org.mentoringcommons.analytics.instrument.Structure;

/** Finds the structures of the instruments a study includes. */
@ApplicationScoped
public class InstrumentsOfAStudy {

    private final Instruments instruments;

    InstrumentsOfAStudy(Instruments instruments) {
        this.instruments = instruments;
    }

    /** {@return those that a wave has brought, in the order of the declaration} */
    public StudyInstruments known(Inclusion inclusion) {
        Map<InstrumentReference, Structure> structures = new LinkedHashMap<>();
        inclusion.instruments().forEach(reference -> instruments
                .find(reference)
                .ifPresent(structure -> structures.put(reference, structure)));
        return new StudyInstruments(structures);
    }
}
