package org.mentoringcommons.analytics.items;

import java.util.List;
import java.util.Optional;
import org.mentoringcommons.analytics.instrument.Answer;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.statistics.CrossProducts;

/** Adds up, of one scale, the items' cross-products of who answered all of them; reverse items count from the other end. */
final class Ratings {

    private final Structure structure;
    private final Scale scale;
    private final boolean pairs;
    private final CrossProducts.Builder then;
    private final CrossProducts.Builder now;
    private CrossProducts thenElsewhere;
    private CrossProducts nowElsewhere;

    Ratings(Structure structure, Scale scale) {
        this.structure = structure;
        this.scale = scale;
        pairs = structure.scales().contains(scale);
        then = CrossProducts.builder(scale.items().size());
        now = CrossProducts.builder(scale.items().size());
        thenElsewhere = then.build();
        nowElsewhere = now.build();
    }

    /** Of every scale, nobody's yet. */
    static List<Ratings> of(Structure structure) {
        return structure
                .everyScale()
                .map(scale -> new Ratings(structure, scale))
                .toList();
    }

    Scale scale() {
        return scale;
    }

    /** Whether it is rated twice at a time, before and now. */
    boolean isOfPairs() {
        return pairs;
    }

    /** Of the ratings before; nobody's if there are none. */
    CrossProducts then() {
        return then.build().plus(thenElsewhere);
    }

    /** Of the ratings now, or of the only ones. */
    CrossProducts now() {
        return now.build().plus(nowElsewhere);
    }

    /** Others of the same scale, added up before. */
    void add(CrossProducts othersThen, CrossProducts othersNow) {
        thenElsewhere = thenElsewhere.plus(othersThen);
        nowElsewhere = nowElsewhere.plus(othersNow);
    }

    void add(Answers answers) {
        List<String> keys = scale.items();
        double[] before = new double[keys.size()];
        double[] after = new double[keys.size()];
        for (int place = 0; place < keys.size(); place++) {
            String key = keys.get(place);
            Optional<Answer.Pair> rated = pairs ? answers.pair(key) : once(answers, key);
            if (rated.isEmpty()) {
                return;
            }
            before[place] = counted(key, rated.get().then());
            after[place] = counted(key, rated.get().now());
        }
        if (pairs) {
            then.add(before);
        }
        now.add(after);
    }

    private static Optional<Answer.Pair> once(Answers answers, String key) {
        return answers.codes(key).stream()
                .findFirst()
                .map(Integer::parseInt)
                .map(rating -> new Answer.Pair(rating, rating));
    }

    private int counted(String key, int rating) {
        return scale.reverse().contains(key) ? structure.points(key) + 1 - rating : rating;
    }
}
