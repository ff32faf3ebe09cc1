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
        List<Detail> details =
                new ArrayList<>(Collections.nCopies(layout.links().groups(), Detail.NOTHING));
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
        BitSet anyway = already;
        while (true) {
            BitSet hidden = Pattern.hide(layout.links(), people(step), anyway);
            OptionalInt more = showing(hidden, step);
            if (more.isEmpty()) {
                return hidden;
            }
            anyway = hidden;
            anyway.set(more.getAsInt());
        }
    }

    /** The smallest of the groups from which, by a way through several tables, one follows that may not be shown. */
    private OptionalInt showing(BitSet hidden, Detail step) {
        BitSet published = hidden.get(0, layout.groups().size());
        return layout.relations().following(published).entrySet().stream()
                .filter(found -> people.of(found.getKey()).n() > 0 && !people.mayShow(step, found.getKey()))
                .flatMapToInt(found -> found.getValue().stream())
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
