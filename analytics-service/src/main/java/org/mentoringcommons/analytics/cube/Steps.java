package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Pattern;

/**
 * How much of one measure is shown of each group of one release, taken by itself: step by step, coarsest first, each with
 * the secondary suppression of its own threshold.
 */
final class Steps {

    private final Layout layout;
    private final Measured measured;
    private final List<Tally> tallies;
    private final Rules rules;

    Steps(Layout layout, Measured measured, List<Tally> tallies, Rules rules) {
        this.layout = layout;
        this.measured = measured;
        this.tallies = tallies;
        this.rules = rules;
    }

    /** {@return by group, in their order; what nobody publishes is never shown} */
    List<Detail> details() {
        int groups = layout.groups().size();
        List<Detail> details =
                new ArrayList<>(Collections.nCopies(layout.links().groups(), Detail.NOTHING));
        BitSet hidden = new BitSet();
        for (Detail step : Rules.steps(measured.form())) {
            hidden = hide(step, hidden);
            for (int group = hidden.nextClearBit(0); group < groups; group = hidden.nextClearBit(group + 1)) {
                details.set(group, step);
            }
        }
        return details;
    }

    private BitSet hide(Detail step, BitSet already) {
        Predicate<Tally> mayShow = rules.of(measured, step);
        BitSet anyway = already;
        while (true) {
            BitSet hidden = Pattern.hide(layout.links(), people(mayShow), anyway);
            OptionalInt more = showing(hidden, mayShow);
            if (more.isEmpty()) {
                return hidden;
            }
            anyway = hidden;
            anyway.set(more.getAsInt());
        }
    }

    /** The smallest of the groups from which, by a way through several tables, one follows that may not be shown. */
    private OptionalInt showing(BitSet hidden, Predicate<Tally> mayShow) {
        BitSet published = hidden.get(0, layout.groups().size());
        return layout.relations().following(published).entrySet().stream()
                .filter(found -> tallies.get(found.getKey()).n() > 0 && !mayShow.test(tallies.get(found.getKey())))
                .flatMapToInt(found -> found.getValue().stream())
                .boxed()
                .min(Comparator.comparingLong(
                                (Integer group) -> tallies.get(group).n())
                        .thenComparing(Comparator.naturalOrder()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private Pattern.People people(Predicate<Tally> mayShow) {
        return new Pattern.People() {
            @Override
            public long size(int group) {
                return tallies.get(group).n();
            }

            @Override
            public boolean mayShow(List<Integer> groups) {
                return mayShow.test(together(tallies, groups));
            }
        };
    }

    static Tally together(List<Tally> tallies, List<Integer> groups) {
        if (groups.size() == 1) {
            return tallies.get(groups.get(0));
        }
        Tally.Builder sum = new Tally.Builder(tallies.get(0).sketch().sums().length);
        groups.forEach(group -> sum.add(tallies.get(group)));
        return sum.build();
    }
}
