package org.mentoringcommons.analytics.instrument;

import java.util.List;

/** One person's answer to one item; an item left out has none. */
public sealed interface Answer {

    /** {@return the codes chosen: the options' codes, or the rating as a number word; none for a pair} */
    List<String> codes();

    /**
     * Before and now, answered together.
     *
     * @param then rating before, 1 to the item's points
     * @param now rating now, 1 to the item's points
     */
    record Pair(int then, int now) implements Answer {
        @Override
        public List<String> codes() {
            return List.of();
        }
    }

    /**
     * One rating.
     *
     * @param rating 1 to the item's points
     */
    record Rating(int rating) implements Answer {
        @Override
        public List<String> codes() {
            return List.of(Integer.toString(rating));
        }
    }

    /**
     * One or several options.
     *
     * @param codes their codes in the item's order, never empty: who chose nothing gave no answer
     */
    record Selection(List<String> codes) implements Answer {}
}
