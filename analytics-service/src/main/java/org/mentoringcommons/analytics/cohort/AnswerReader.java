package org.mentoringcommons.analytics.cohort;

import org.mentoringcommons.analytics.instrument.Answers;

/**
 * What is handed everybody's answers, one person at a time, together with the workshop they are about. It must not
 * depend on the order: rows come in none.
 */
@FunctionalInterface
public interface AnswerReader {

    /**
     * Takes in one person's answers.
     *
     * @param workshop an analysed workshop of the cohort
     * @param answers what one person answered right after it
     */
    void read(DeliveredWorkshop workshop, Answers answers);
}
