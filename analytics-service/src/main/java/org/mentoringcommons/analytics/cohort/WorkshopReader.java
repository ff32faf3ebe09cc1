package org.mentoringcommons.analytics.cohort;

/** Is told of delivered workshops one by one, and says who takes in the people of each. */
@FunctionalInterface
public interface WorkshopReader {

    /** {@return who takes in the people of this workshop, of a study's instruments; null for nobody} */
    PersonReader read(DeliveredWorkshop workshop, Verdict verdict);
}
