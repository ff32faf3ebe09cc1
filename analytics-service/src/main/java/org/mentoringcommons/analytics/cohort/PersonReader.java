package org.mentoringcommons.analytics.cohort;

import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/** Takes in a cohort's people one by one, each with what they were asked. */
@FunctionalInterface
public interface PersonReader {

    /**
     * Takes in one person.
     *
     * @param workshop an analysed workshop of the cohort
     * @param instrument what it was evaluated with
     * @param answers what the person answered
     */
    void read(DeliveredWorkshop workshop, InstrumentReference instrument, Answers answers);
}
