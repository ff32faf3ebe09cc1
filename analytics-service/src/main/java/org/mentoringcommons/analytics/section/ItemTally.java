package org.mentoringcommons.analytics.section;

import org.mentoringcommons.analytics.instrument.Rating;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.statistics.CrossProducts;

/**
 * The items of one scale: how often each rating was given, by everybody who was asked, and sums of products of those
 * who rated every item, from which reliability is computed. Whole numbers only.
 */
final class ItemTally implements Fold<ItemTally> {

    private final long[] thenRatings;
    private final long[] nowRatings;
    private final Products then;
    private final Products now;
    private long people;

    /** @param points the highest rating of its items */
    ItemTally(Scale scale, int points) {
        int items = scale.items().size();
        this.thenRatings = new long[points + 1];
        this.nowRatings = new long[points + 1];
        this.then = new Products(items);
        this.now = new Products(items);
    }

    void read(Rating rating) {
        if (!rating.isAsked()) {
            return;
        }
        people++;
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
        people += other.people;
        for (int rating = 0; rating < thenRatings.length; rating++) {
            thenRatings[rating] += other.thenRatings[rating];
            nowRatings[rating] += other.nowRatings[rating];
        }
        then.add(other.then);
        now.add(other.now);
        return this;
    }

    /** Everybody whose version has the scale, whatever they answered. */
    long people() {
        return people;
    }

    /** About how much memory it takes. */
    long bytes() {
        return 2L * Long.BYTES * thenRatings.length + then.bytes() + now.bytes();
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
}
