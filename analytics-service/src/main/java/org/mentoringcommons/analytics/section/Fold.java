package org.mentoringcommons.analytics.section;

/**
 * What a pass over answers leaves behind. It does not depend on their order, and two passes merge into what one pass over
 * both would have left, so that rows can be read in parts, by several threads, and parts that did not change be kept.
 *
 * @param <F> itself
 */
interface Fold<F extends Fold<F>> {

    /** Takes in what another pass over the same study left; {@return this} */
    F merge(F other);
}
