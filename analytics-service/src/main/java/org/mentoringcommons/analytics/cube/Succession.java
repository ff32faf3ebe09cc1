package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Figure;
import org.mentoringcommons.analytics.disclosure.Links;
import org.mentoringcommons.analytics.disclosure.Reach;

/**
 * Which cells of one measure a release renews, and which stand as they were. A cell is renewed if nobody or enough people
 * contributed otherwise than in every state it was ever published in. The same must then hold of everything that can be
 * worked out: of whoever is left when the shown parts of a sum are taken away from it, in this release, and between this
 * release and every earlier one. Where it does not, a cell that would be renewed stands too. If all stand, nothing is told.
 */
final class Succession implements Shown {

    private enum Mode {
        RENEWED,
        STANDS,
        /** New, and not shown yet. */
        WITHHELD
    }

    private final Layout layout;
    private final Judged people;
    private final List<Detail> details;
    private final Past past;
    private final Rules rules;
    private final List<Mode> modes = new ArrayList<>();
    private final Map<Detail, BitSet> before = new EnumMap<>(Detail.class);
    /** What they contributed now together with the stage each told; stages have sketches of their own that tell nothing of others. */
    private final Map<Integer, Sketch> byStage = new HashMap<>();

    Succession(Layout layout, Judged people, List<Detail> details, Past past) {
        this(layout, people, details, past, false);
    }

    private Succession(Layout layout, Judged people, List<Detail> details, Past past, boolean allAsBefore) {
        this.layout = layout;
        this.people = people;
        this.details = details;
        this.past = past;
        this.rules = people.rules();
        layout.sums().stream().filter(layout::isOfStages).forEach(this::tellByStage);
        for (int group = 0; group < people.groups(); group++) {
            modes.add(isPublished(group) && !mayBeRenewed(group) ? Mode.STANDS : Mode.RENEWED);
        }
        if (allAsBefore) {
            holdBackAll();
        }
        while (holdBackOne()) {
            // every round holds back one more
        }
    }

    /** {@return the same where everything stands that was ever told, and nothing is told for the first time} */
    Succession nothingNew() {
        return new Succession(layout, people, details, past, true);
    }

    private void tellByStage(Links.Sum sum) {
        for (int part : sum.parts()) {
            byStage.put(part, people.of(part).sketch());
            byStage.merge(sum.whole(), people.of(part).sketch(), Sketch::plus);
        }
    }

    private boolean mayBeRenewed(int group) {
        List<State> states = states(group);
        State.Seen now = State.Seen.of(people.of(group));
        for (int i = 0; i < states.size(); i++) {
            State.Seen then = states.get(i).seen();
            boolean asItStands = i < states.size() - 1 && now.peopleBetween(then, rules.smallest()) == 0;
            if (!people.areMany(now, then) && !asItStands) {
                return false;
            }
        }
        return true;
    }

    private boolean holdBackOne() {
        if (modes.subList(0, layout.groups().size()).stream().noneMatch(Mode.RENEWED::equals)) {
            return false;
        }
        List<Links.Sum> sums = layout.sums();
        for (Detail step : people.steps()) {
            for (int i = 0; i < sums.size(); i++) {
                if (tells(sums.get(i), step, layout.names().get(i))) {
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
        return found.isPresent() || !rules.remember() ? found : smallestRenewed(published);
    }

    private OptionalInt smallestRenewed(BitSet among) {
        return among.stream()
                .filter(group -> modes.get(group) == Mode.RENEWED)
                .boxed()
                .min(Comparator.comparingLong(group -> people.of(group).n()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private void holdBack(OptionalInt victim) {
        if (victim.isPresent()) {
            int group = victim.getAsInt();
            modes.set(group, states(group).isEmpty() ? Mode.WITHHELD : Mode.STANDS);
            return;
        }
        holdBackAll();
    }

    private void holdBackAll() {
        for (int group = 0; group < layout.groups().size(); group++) {
            modes.set(group, states(group).isEmpty() ? Mode.WITHHELD : Mode.STANDS);
        }
    }

    /** The whole, or the smallest part that is shown anew; else the whole or a part that is hidden anew. */
    private OptionalInt victim(Links.Sum sum, Detail step) {
        List<Integer> members = new ArrayList<>();
        members.add(sum.whole());
        sum.parts().stream()
                .sorted(Comparator.comparingLong(part -> people.of(part).n()))
                .forEach(members::add);
        OptionalInt shown = members.stream()
                .filter(group -> isPublished(group) && modes.get(group) == Mode.RENEWED && isShown(group, step))
                .mapToInt(Integer::intValue)
                .findFirst();
        return shown.isPresent()
                ? shown
                : members.stream()
                        .filter(group -> isPublished(group) && modes.get(group) == Mode.RENEWED)
                        .filter(group -> !states(group).isEmpty())
                        .mapToInt(Integer::intValue)
                        .findFirst();
    }

    /** Whether a sum tells about too few people. */
    private boolean tells(Links.Sum sum, Detail step, String name) {
        if (isAllAsBefore(sum) || rules.remember() && isToldAsBefore(sum, step)) {
            return false;
        }
        List<Integer> parts =
                sum.parts().stream().filter(part -> people.of(part).n() > 0).toList();
        List<Integer> out = parts.stream().filter(part -> !isShown(part, step)).toList();
        if (parts.isEmpty() || !isShown(sum.whole(), step)) {
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
                .filter(part -> isPublished(part) && isShown(part, step) && modes.get(part) == Mode.RENEWED)
                .filter(part ->
                        states(part).stream().anyMatch(state -> !state.detail().shows(step)))
                .anyMatch(part -> isFew(sum, before, seen(sum, part)));
    }

    private boolean isFew(Links.Sum sum, State.Seen one, State.Seen other) {
        if (layout.isOfStages(sum)) {
            return one.netBetween(other) > 0 && !people.areManyOfStages(one, other);
        }
        return isFew(one, other);
    }

    private boolean isFew(State.Seen one, State.Seen other) {
        return one.peopleBetween(other, rules.smallest()) > 0 && !people.areMany(one, other);
    }

    private boolean isAllAsBefore(Links.Sum sum) {
        return isOld(sum.whole()) && sum.parts().stream().allMatch(part -> !isPublished(part) || isOld(part));
    }

    /** Whether whatever of a sum is shown was shown before: hiding more of it tells nothing. */
    private boolean isToldAsBefore(Links.Sum sum, Detail step) {
        return (!isShown(sum.whole(), step) || isOld(sum.whole()))
                && sum.parts().stream().allMatch(part -> !isShown(part, step) || isOld(part));
    }

    private boolean isOld(int group) {
        return modes.get(group) != Mode.RENEWED;
    }

    /** Who is left when the shown parts are taken away from the whole, as far as that can be told from sketches. */
    State.Seen left(Links.Sum sum, Detail step) {
        State.Seen left = seen(sum, sum.whole());
        for (int part : sum.parts()) {
            if (isShown(part, step)) {
                left = left.less(seen(sum, part));
            }
        }
        return left;
    }

    private List<State> states(int group) {
        return isPublished(group) ? past.of(layout.groups().get(group)) : List.of();
    }

    private boolean isPublished(int group) {
        return group < layout.groups().size();
    }

    private State standing(int group) {
        List<State> states = states(group);
        return states.get(states.size() - 1);
    }

    boolean isShown(int group, Detail step) {
        return isPublished(group) && detail(group).shows(step);
    }

    @Override
    public Detail detail(int group) {
        return switch (modes.get(group)) {
            case RENEWED -> details.get(group);
            case STANDS -> standing(group).detail();
            case WITHHELD -> Detail.NOTHING;
        };
    }

    @Override
    public BitSet before(Detail step) {
        return (BitSet) before.computeIfAbsent(step, this::toldBefore).clone();
    }

    private BitSet toldBefore(Detail step) {
        BitSet before = new BitSet();
        for (int group = 0; rules.remember() && group < layout.groups().size(); group++) {
            State.Seen now = State.Seen.of(people.of(group));
            if (states(group).stream()
                    .anyMatch(state ->
                            state.detail().shows(step) && state.seen().peopleBetween(now, rules.smallest()) == 0)) {
                before.set(group);
            }
        }
        return before;
    }

    /** {@return whether what is shown of a group is worked out now} */
    boolean isRenewed(int group) {
        return isPublished(group) && modes.get(group) == Mode.RENEWED;
    }

    /** {@return who contributed to what is shown of a group} */
    State.Seen seen(int group) {
        return isPublished(group) && modes.get(group) == Mode.STANDS
                ? standing(group).seen()
                : State.Seen.of(people.of(group));
    }

    /** {@return the same as the other groups of a sum tell it} */
    private State.Seen seen(Links.Sum sum, int group) {
        return layout.isOfStages(sum) ? seen(group).byStage(byStage(group)) : seen(group);
    }

    private Sketch byStage(int group) {
        return isPublished(group) && modes.get(group) == Mode.STANDS
                ? standing(group).byStage()
                : byStage.getOrDefault(group, Sketch.ofNone(rules.countable()));
    }

    @Override
    public boolean isPresent(int group) {
        return seen(group).peopleBetween(State.Seen.of(people.of(group)), rules.smallest()) == 0;
    }

    @Override
    public boolean isNearlyPresent(int group) {
        return isFew(seen(group), State.Seen.of(people.of(group)));
    }

    /** {@return whether what was published of a group stands} */
    boolean stands(int group) {
        return modes.get(group) == Mode.STANDS;
    }

    /** {@return all that is told of the measure up to now} */
    Past past(int number, IntFunction<List<Figure>> figures) {
        return past.and(
                this,
                layout,
                people.steps(),
                group -> new State(detail(group), number, seen(group), byStage(group), figures.apply(group)));
    }
}
