package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Figure;
import org.mentoringcommons.analytics.disclosure.Links;
import org.mentoringcommons.analytics.disclosure.Reach;

/**
 * What a release tells of one measure beside all that was told before. A cell is renewed if nobody or enough people
 * contributed otherwise than in every state it was ever published in. The same must then hold of everything that can be
 * worked out: of whoever is left when the shown parts of a sum are taken away from it, in this release, and between this
 * release and every earlier one. Where it does not, a cell that would be renewed stands too. If all stand, nothing is told.
 */
final class Succession implements Shown {

    private final Layout layout;
    private final Judged people;
    private final List<Detail> details;
    private final Past past;
    private final Renewals renewals;
    private final Remainders remainders;

    Succession(Layout layout, Judged people, List<Detail> details, Past past) {
        this(layout, people, details, past, false);
    }

    private Succession(Layout layout, Judged people, List<Detail> details, Past past, boolean allAsBefore) {
        this.layout = layout;
        this.people = people;
        this.details = details;
        this.past = past;
        this.renewals = new Renewals(layout, people, details, past);
        this.remainders = new Remainders(layout, people, past, renewals);
        if (allAsBefore) {
            renewals.holdBackAll();
        }
        while (holdBackOne()) {
            // every round holds back one more
        }
    }

    /** {@return the same where everything stands that was ever told, and nothing is told for the first time} */
    Succession nothingNew() {
        return new Succession(layout, people, details, past, true);
    }

    private boolean holdBackOne() {
        if (renewals.areNone()) {
            return false;
        }
        List<Links.Sum> sums = layout.sums();
        for (Detail step : people.steps()) {
            for (int i = 0; i < sums.size(); i++) {
                if (remainders.tells(sums.get(i), step, layout.names().get(i))) {
                    holdBack(victim(sums.get(i), step));
                    return true;
                }
            }
        }
        return !past.states().isEmpty()
                && people.steps().stream().anyMatch(step -> holdBackWhatShowsOthers(step) || holdBackWhatTells(step));
    }

    /** A cell that stands is worked out as it is now, by a way through several tables: hold back the smallest on the way. */
    private boolean holdBackWhatShowsOthers(Detail step) {
        BitSet told = told(step, layout.groups().size());
        Map<Integer, BitSet> before = layout.following(before(step));
        for (Map.Entry<Integer, BitSet> found : layout.following(told).entrySet()) {
            int group = found.getKey();
            boolean few = isShown(group, step) ? isNearlyPresent(group) : !people.mayShow(step, group);
            if (few && people.of(group).n() > 0 && !before.containsKey(group)) {
                holdBack(smallestRenewed(found.getValue(), told));
                return true;
            }
        }
        return false;
    }

    /** Whatever is subtracted from whatever, it is about enough people. */
    private boolean holdBackWhatTells(Detail step) {
        BitSet published = told(step, layout.groups().size());
        Optional<Reach.Told> told = people.told(step, published, before(step));
        told.ifPresent(few -> holdBack(smallestRenewed(few.groups(), published)));
        return told.isPresent();
    }

    private OptionalInt smallestRenewed(BitSet among, BitSet published) {
        OptionalInt found = smallestRenewed(among);
        return found.isPresent() || !people.rules().remember() ? found : smallestRenewed(published);
    }

    private OptionalInt smallestRenewed(BitSet among) {
        return among.stream()
                .filter(renewals::isRenewed)
                .boxed()
                .min(Comparator.comparingLong(group -> people.of(group).n()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private void holdBack(OptionalInt victim) {
        victim.ifPresentOrElse(renewals::holdBack, renewals::holdBackAll);
    }

    /** The whole, or the smallest part that is shown anew; else the whole or a part that is hidden anew. */
    private OptionalInt victim(Links.Sum sum, Detail step) {
        List<Integer> members = new ArrayList<>();
        members.add(sum.whole());
        sum.parts().stream()
                .sorted(Comparator.comparingLong(part -> people.of(part).n()))
                .forEach(members::add);
        OptionalInt shown = first(members, group -> isRenewed(group) && isShown(group, step));
        return shown.isPresent()
                ? shown
                : first(
                        members,
                        group -> isRenewed(group) && !renewals.states(group).isEmpty());
    }

    private static OptionalInt first(List<Integer> members, IntPredicate which) {
        return members.stream().mapToInt(Integer::intValue).filter(which).findFirst();
    }

    /** {@return who is left when the shown parts of a sum are taken away from it} */
    State.Seen left(Links.Sum sum, Detail step) {
        return remainders.left(sum, step);
    }

    boolean isShown(int group, Detail step) {
        return renewals.isShown(group, step);
    }

    private boolean isRenewed(int group) {
        return renewals.isPublished(group) && renewals.isRenewed(group);
    }

    /** {@return whether what was published of a group stands} */
    boolean stands(int group) {
        return renewals.stands(group);
    }

    @Override
    public Detail detail(int group) {
        return renewals.detail(group);
    }

    @Override
    public BitSet before(Detail step) {
        return renewals.before(step);
    }

    @Override
    public boolean isPresent(int group) {
        return renewals.isPresent(group);
    }

    @Override
    public boolean isNearlyPresent(int group) {
        return renewals.isNearlyPresent(group);
    }

    /** {@return all that is told of the measure up to now} */
    Past past(int number, IntFunction<List<Figure>> figures) {
        return past.and(
                this,
                layout,
                people.steps(),
                group -> new State(
                        detail(group), number, renewals.seen(group), renewals.byStage(group), figures.apply(group)));
    }
}
