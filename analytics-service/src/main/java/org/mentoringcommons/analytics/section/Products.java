package org.mentoringcommons.analytics.section;

import java.util.Arrays;
import org.mentoringcommons.analytics.statistics.CrossProducts;

/** Sums of products of the items' ratings of people who rated every item; the lower triangle is what counts. */
final class Products {
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

    /** About how much memory it takes. */
    long bytes() {
        return (long) Long.BYTES * sums.length + (long) (Long.BYTES + Integer.BYTES) * products.length;
    }
}
