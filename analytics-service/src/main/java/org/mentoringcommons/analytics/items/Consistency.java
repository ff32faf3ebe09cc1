package org.mentoringcommons.analytics.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.mentoringcommons.analytics.items.ItemAnalysisView.ConsistencyView;
import org.mentoringcommons.analytics.items.ItemAnalysisView.ScaleView;
import org.mentoringcommons.analytics.statistics.CrossProducts;
import org.mentoringcommons.analytics.statistics.Interval;
import org.mentoringcommons.analytics.statistics.ItemRest;
import org.mentoringcommons.analytics.statistics.Reliability;

/** Coefficients of a scale's consistency, as they are shown. */
final class Consistency {

    private Consistency() {}

    static ScaleView of(Ratings ratings) {
        return new ScaleView(
                ratings.scale().key(),
                ratings.scale().items(),
                ratings.isOfPairs() ? of(ratings.then()) : null,
                of(ratings.now()));
    }

    private static ConsistencyView of(CrossProducts items) {
        Reliability.Result result = Reliability.withDefaults().of(items);
        List<Double> itemRest = new ArrayList<>();
        for (int item = 0; item < items.variables(); item++) {
            itemRest.add(orNull(ItemRest.of(items, item)));
        }
        return new ConsistencyView(
                result.n(),
                result.outcome().name().toLowerCase(Locale.ROOT),
                orNull(result.alpha()),
                result.alphaInterval().map(Interval::lower).orElse(null),
                result.alphaInterval().map(Interval::upper).orElse(null),
                orNull(result.omega()),
                orNull(result.spearmanBrown()),
                itemRest);
    }

    private static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
