package org.mentoringcommons.analytics.section;

import java.util.Arrays;
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
        return Long.BYTES * (2L * thenRatings.length + items * (3 * items + 8));
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

    /** Sums of products of the items' ratings; the lower triangle is what counts. */
    private static final class Products {
        /** From so many items on, a whole row is multiplied faster, several at a time, than half of it. */
        private static final int WHOLE_ROWS = 8;
        /** So many products of two bytes fit in an integer. */
        private static final int CARRY = Integer.MAX_VALUE / (255 * 255);

        private final int items;
        private final long[] sums;
        private final long[] products;
        private final int[] recent;
        private int uncarried;
        private long n;

        Products(int items) {
            this.items = items;
            sums = new long[items];
            products = new long[items * items];
            recent = new int[items * items];
        }

        void add(int[] row) {
            n++;
            for (int i = 0; i < items; i++) {
                int rating = row[i];
                int from = i * items;
                int to = items < WHOLE_ROWS ? i + 1 : items;
                sums[i] += rating;
                for (int j = 0; j < to; j++) {
                    recent[from + j] += rating * row[j];
                }
            }
            if (++uncarried == CARRY) {
                carry();
            }
        }

        private void carry() {
            for (int cell = 0; cell < recent.length; cell++) {
                products[cell] += recent[cell];
                recent[cell] = 0;
            }
            uncarried = 0;
        }

        /** What the other has not carried yet is read where it is: many may merge the same at once. */
        void add(Products other) {
            n += other.n;
            for (int i = 0; i < items; i++) {
                sums[i] += other.sums[i];
            }
            for (int cell = 0; cell < products.length; cell++) {
                products[cell] += other.products[cell] + other.recent[cell];
            }
        }

        CrossProducts build() {
            carry();
            long[][] rows = new long[items][];
            for (int i = 0; i < items; i++) {
                rows[i] = Arrays.copyOfRange(products, i * items, i * items + i + 1);
            }
            return CrossProducts.ofSums(n, sums, rows);
        }
    }
}
