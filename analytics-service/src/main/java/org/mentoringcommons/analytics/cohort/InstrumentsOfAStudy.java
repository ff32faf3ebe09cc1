package org.mentoringcommons.analytics.cohort;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mentoringcommons.analytics.crosswalk.ItemCrosswalks;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Instruments;
import org.mentoringcommons.analytics.instrument.Structure;

/** Finds the structures of the instruments a study includes. */
@ApplicationScoped
public class InstrumentsOfAStudy {

    private final Instruments instruments;
    private final ItemCrosswalks crosswalks;

    InstrumentsOfAStudy(Instruments instruments, ItemCrosswalks crosswalks) {
        this.instruments = instruments;
        this.crosswalks = crosswalks;
    }

    /** {@return those that a wave has brought, in the order of the declaration, pooled as crosswalks declare} */
    public StudyInstruments known(Inclusion inclusion) {
        StudyInstruments pooled = Pooling.of(brought(inclusion), crosswalks.all());
        Map<InstrumentReference, String> validation = new LinkedHashMap<>();
        inclusion.instruments().forEach(reference -> instruments
                .validationStatus(reference)
                .ifPresent(status -> validation.put(reference, status)));
        return new StudyInstruments(pooled.structures(), pooled.keys(), validation);
    }

    /** {@return the same as each asks by itself, for rows that are not pooled} */
    public StudyInstruments asAsked(Inclusion inclusion) {
        return new StudyInstruments(brought(inclusion));
    }

    private Map<InstrumentReference, Structure> brought(Inclusion inclusion) {
        Map<InstrumentReference, Structure> structures = new LinkedHashMap<>();
        inclusion.instruments().forEach(reference -> instruments
                .find(reference)
                .ifPresent(structure -> structures.put(reference, structure)));
        return structures;
    }
}
