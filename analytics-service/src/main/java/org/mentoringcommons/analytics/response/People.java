package org.mentoringcommons.analytics.response;

/**
 * A number of people of one population.
 *
 * @param count how many, 0 or more
 * @param <P> whose
 */
public record People<P extends Population>(long count) {

    /** {@return these people and others of the same population} */
    public People<P> plus(People<P> others) {
        return new People<>(Math.addExact(count, others.count));
    }
}
