package org.mentoringcommons.analytics.section;

import org.mentoringcommons.analytics.instrument.Rating;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.statistics.CrossProducts;

/**
 * The items of one scale: how often each rating was given, by everybody who rated an item, and sums of products of those
 * who rated every item, from which reliability is computed. Whole numbers only.
 */
final class ItemTally implements Fold<ItemTally> {

    private final long[] thenRatings;
    private final long[] nowRatings;
    private final Products then;
    private final Products now;

    /** @param points the highest rating of its items */
    ItemTally(Scale scale, int points) {
        int items = scale.items().size();
        this.thenRatings = new long[points + 1];
        this.nowRatings = new long[points + 1];
        this.then = new Products(items);
        this.now = new Products(items);
    }

    void read(Rating rating) {
        for (int before : rating.then()) {
            thenRatings[before]++;
        }
        for (int after : rating.now()) {
            nowRatings[after]++;
        }
        if (rating.isComplete()) {
            then.add(rating.then());
            now.add(rating.now());
        }
    }

    @Override
    public ItemTally merge(ItemTally other) {
        for (int rating = 0; rating < thenRatings.length; rating++) {
            thenRatings[rating] += other.thenRatings[rating];
            nowRatings[rating] += other.nowRatings[rating];
        }
        then.add(other.then);
        now.add(other.now);
        return this;
    }

    /** About how much memory it takes. */
    long bytes() {
        long items = then.sums.length;
        return Long.BYTES * (2L * thenRatings.length + items * (items + 8));
    }

    /** The highest rating. */
    int points() {
        return thenRatings.length - 1;
    }

    /** How often each rating was given before; at index 0, how often none was. */
    long[] thenRatings() {
        return thenRatings.clone();
    }

    long[] nowRatings() {
        return nowRatings.clone();
    }

    CrossProducts then() {
        return then.build();
    }

    CrossProducts now() {
        return now.build();
    }

    private static final class Products {
        private final long[] sums;
        private final long[][] products;
        private long n;

        Products(int items) {
            sums = new long[items];
            products = new long[items][];
            for (int i = 0; i < items; i++) {
                products[i] = new long[i + 1];
            }
        }

        void add(int[] row) {
            n++;
            for (int i = 0; i < row.length; i++) {
                sums[i] += row[i];
                for (int j = 0; j <= i; j++) {
                    products[i][j] += (long) row[i] * row[j];
                }
            }
        }

        void add(Products other) {
            n += other.n;
            for (int i = 0; i < sums.length; i++) {
                sums[i] += other.sums[i];
                for (int j = 0; j <= i; j++) {
                    products[i][j] += other.products[i][j];
                }
            }
        }

        CrossProducts build() {
            return CrossProducts.ofSums(n, sums, products);
        }
    }
}
