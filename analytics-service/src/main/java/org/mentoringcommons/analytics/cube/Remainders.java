package org.mentoringcommons.analytics.cube;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Links;

/** Who is left when the shown parts of a sum are taken away from it: now, and between now and every earlier release. */
final class Remainders {

    private final Layout layout;
    private final Judged people;
    private final Past past;
    private final Rules rules;
    private final Renewals renewals;

    Remainders(Layout layout, Judged people, Past past, Renewals renewals) {
        this.layout = layout;
        this.people = people;
        this.past = past;
        this.rules = people.rules();
        this.renewals = renewals;
    }

    /** {@return whether a sum tells about too few people} */
    boolean tells(Links.Sum sum, Detail step, String name) {
        if (isAllAsBefore(sum) || rules.remember() && isToldAsBefore(sum, step)) {
            return false;
        }
        List<Integer> parts =
                sum.parts().stream().filter(part -> people.of(part).n() > 0).toList();
        List<Integer> out =
                parts.stream().filter(part -> !renewals.isShown(part, step)).toList();
        if (parts.isEmpty() || !renewals.isShown(sum.whole(), step)) {
            return out.isEmpty() && !parts.isEmpty();
        }
        State.Seen left = left(sum, step);
        State.Seen nobody = new State.Seen(0, Sketch.ofNone(rules.countable()), Optional.of(new TreeMap<>()));
        if (out.isEmpty() ? isFew(sum, left, nobody) : !people.mayShow(step, out)) {
            return true;
        }
        for (State.Seen before : past.left(step, name)) {
            if (isFew(sum, left, before) || tellsOfNewlyShown(sum, step, before)) {
                return true;
            }
        }
        return false;
    }

    /** Who was hidden with others once and is shown now can be taken away from what was left then. */
    private boolean tellsOfNewlyShown(Links.Sum sum, Detail step, State.Seen before) {
        return sum.parts().stream()
                .filter(part -> renewals.isShown(part, step) && renewals.isRenewed(part))
                .filter(part -> renewals.states(part).stream()
                        .anyMatch(state -> !state.detail().shows(step)))
                .anyMatch(part -> isFew(sum, before, renewals.seen(sum, part)));
    }

    private boolean isFew(Links.Sum sum, State.Seen one, State.Seen other) {
        return layout.isOfStages(sum)
                ? one.netBetween(other) > 0 && !people.areManyOfStages(one, other)
                : people.areFew(one, other);
    }

    private boolean isAllAsBefore(Links.Sum sum) {
        return isOld(sum.whole()) && sum.parts().stream().allMatch(part -> !renewals.isPublished(part) || isOld(part));
    }

    /** Whether whatever of a sum is shown was shown before: hiding more of it tells nothing. */
    private boolean isToldAsBefore(Links.Sum sum, Detail step) {
        return (!renewals.isShown(sum.whole(), step) || isOld(sum.whole()))
                && sum.parts().stream().allMatch(part -> !renewals.isShown(part, step) || isOld(part));
    }

    private boolean isOld(int group) {
        return !renewals.isRenewed(group);
    }

    /** {@return who is left, as far as that can be told from sketches} */
    State.Seen left(Links.Sum sum, Detail step) {
        State.Seen left = renewals.seen(sum, sum.whole());
        for (int part : sum.parts()) {
            if (renewals.isShown(part, step)) {
                left = left.less(renewals.seen(sum, part));
            }
        }
        return left;
    }
}
