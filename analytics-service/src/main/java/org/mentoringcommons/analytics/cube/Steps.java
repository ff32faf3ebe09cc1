package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Pattern;

/**
 * How much of one measure is shown of each group of one release, taken by itself: step by step, coarsest first, each with
 * the secondary suppression of its own threshold.
 */
final class Steps {

    private final Layout layout;
    private final Judged people;

    Steps(Layout layout, Judged people) {
        this.layout = layout;
        this.people = people;
    }

    /** {@return by group, in their order; what nobody publishes is never shown} */
    List<Detail> details() {
        int groups = layout.groups().size();
        List<Detail> details = new ArrayList<>(Collections.nCopies(people.groups(), Detail.NOTHING));
        BitSet hidden = new BitSet();
        for (Detail step : people.steps()) {
            hidden = hide(step, hidden);
            for (int group = hidden.nextClearBit(0); group < groups; group = hidden.nextClearBit(group + 1)) {
                details.set(group, step);
            }
        }
        return details;
    }

    private BitSet hide(Detail step, BitSet already) {
        BitSet anyway = (BitSet) already.clone();
        BitSet hidden = pattern(step, anyway);
        List<Integer> besides = new ArrayList<>();
        for (OptionalInt more = telling(hidden, step); more.isPresent(); more = telling(hidden, step)) {
            besides.add(more.getAsInt());
            anyway.set(more.getAsInt());
            hidden = pattern(step, anyway);
        }
        for (int group : besides) { // hidden for something that others hide by now
            BitSet fewer = (BitSet) anyway.clone();
            fewer.clear(group);
            BitSet without = pattern(step, fewer);
            if (telling(without, step).isEmpty()) {
                anyway = fewer;
                hidden = without;
            }
        }
        return hidden;
    }

    private BitSet pattern(Detail step, BitSet anyway) {
        return Pattern.hide(layout.links(), people(step), anyway);
    }

    /** The smallest of the groups from which something follows, by a way through several tables, that may not be shown. */
    private OptionalInt telling(BitSet hidden, Detail step) {
        BitSet from = new BitSet();
        layout.relations().following(hidden).forEach((group, others) -> {
            if (people.of(group).n() > 0 && !people.mayShow(step, group)) {
                from.or(others);
            }
        });
        if (from.isEmpty()) {
            BitSet published = new BitSet();
            published.set(0, layout.groups().size());
            published.andNot(hidden);
            people.told(step, published, new BitSet()).ifPresent(told -> from.or(told.groups()));
        }
        return from.stream()
                .boxed()
                .min(Comparator.comparingLong(
                                (Integer group) -> people.of(group).n())
                        .thenComparing(Comparator.naturalOrder()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private Pattern.People people(Detail step) {
        return new Pattern.People() {
            @Override
            public long size(int group) {
                return people.of(group).n();
            }

            @Override
            public boolean mayShow(List<Integer> groups) {
                return people.mayShow(step, groups);
            }
        };
    }
}
