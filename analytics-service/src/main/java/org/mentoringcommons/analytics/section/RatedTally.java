package org.mentoringcommons.analytics.section;

import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.RatedOnce;
import org.mentoringcommons.analytics.instrument.Scale;

/** The items of a scale that is rated once: sums of products of those who rated every item. */
final class RatedTally implements Fold<RatedTally> {

    private final Scale scale;
    private final RatedOnce ratings;
    private final Products products;
    private long people;

    RatedTally(Scale scale) {
        this.scale = scale;
        this.ratings = new RatedOnce(scale);
        this.products = new Products(scale.items().size());
    }

    void read(Answers answers) {
        ratings.read(answers);
        people += ratings.isAsked() ? 1 : 0;
        if (ratings.isComplete()) {
            products.add(ratings.ratings());
        }
    }

    @Override
    public RatedTally merge(RatedTally other) {
        people += other.people;
        products.add(other.products);
        return this;
    }

    Scale scale() {
        return scale;
    }

    /** Of the person read last. */
    RatedOnce ratings() {
        return ratings;
    }

    Products products() {
        return products;
    }

    /** Everybody whose version has the scale, whatever they answered. */
    long people() {
        return people;
    }

    /** About how much memory it takes. */
    long bytes() {
        return products.bytes();
    }
}
