package org.mentoringcommons.analytics.statistics;

import java.util.OptionalDouble;

/**
 * How each item of a scale goes along with the others: Pearson's correlation of the item with the sum of the rest, from the
 * cross-products of people who answered every item. In R: {@code cor(x[, i], rowSums(x[, -i]))}.
 */
public final class ItemRest {

    private ItemRest() {}

    /**
     * {@return the correlation of one item, from -1 to 1; empty below two items or three people, or if the item or the rest do
     * not vary}
     *
     * @param items cross-products of all items of the scale
     * @param item counted from 0
     */
    public static OptionalDouble of(CrossProducts items, int item) {
        if (items.variables() < 2 || items.n() < 3) {
            return OptionalDouble.empty();
        }
        double own = items.centered(item, item);
        double withAll = 0;
        double all = 0;
        for (int one = 0; one < items.variables(); one++) {
            withAll += items.centered(item, one);
            for (int other = 0; other < items.variables(); other++) {
                all += items.centered(one, other);
            }
        }
        double withRest = withAll - own;
        double rest = all - 2 * withAll + own;
        double least = 1e-9; // sums are of integers: what is smaller is rounding
        return own < least || rest < least
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(-1, Math.min(1, withRest / Math.sqrt(own * rest))));
    }
}
