package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Figure;
import org.mentoringcommons.analytics.disclosure.Links;

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
    /** What they contributed now together with the stage each told; stages have sketches of their own that tell nothing of others. */
    private final Map<Integer, Sketch> byStage = new HashMap<>();

    Succession(Layout layout, Judged people, List<Detail> details, Past past) {
        this.layout = layout;
        this.people = people;
        this.details = details;
        this.past = past;
        this.rules = people.rules();
        layout.links().sums().stream().filter(layout::isOfStages).forEach(this::tellByStage);
        for (int group = 0; group < layout.links().groups(); group++) {
            modes.add(isPublished(group) && !mayBeRenewed(group) ? Mode.STANDS : Mode.RENEWED);
        }
        while (holdBackOne()) {
            // every round holds back one more
        }
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
            long people = now.peopleBetween(states.get(i).seen(), rules.smallest());
            boolean asItStands = people == 0 && i < states.size() - 1;
            if (people < rules.smallest() && !asItStands) {
                return false;
            }
        }
        return true;
    }

    private boolean holdBackOne() {
        List<Links.Sum> sums = layout.links().sums();
        for (Detail step : people.steps()) {
            for (int i = 0; i < sums.size(); i++) {
                if (tells(sums.get(i), step, layout.names().get(i))) {
                    holdBack(victim(sums.get(i), step));
                    return true;
                }
            }
        }
        return !past.states().isEmpty() && people.steps().stream().anyMatch(this::holdBackWhatShowsOthers);
    }

    /** A cell that stands is worked out as it is now, by a way through several tables: hold back the smallest on the way. */
    private boolean holdBackWhatShowsOthers(Detail step) {
        for (Map.Entry<Integer, BitSet> found :
                layout.relations().following(unknown(step)).entrySet()) {
            int group = found.getKey();
            boolean few = isShown(group, step) ? isNearlyPresent(group) : !people.mayShow(step, group);
            if (few && people.of(group).n() > 0) {
                holdBack(found.getValue().stream()
                        .boxed()
                        .filter(from -> modes.get(from) == Mode.RENEWED)
                        .min(Comparator.comparingLong(from -> people.of(from).n()))
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()));
                return true;
            }
        }
        return false;
    }

    /** {@return published groups of which nobody is told as they are now} */
    private BitSet unknown(Detail step) {
        BitSet unknown = new BitSet();
        for (int group = 0; group < layout.groups().size(); group++) {
            unknown.set(group, !isShown(group, step) || !isPresent(group));
        }
        return unknown;
    }

    private void holdBack(OptionalInt victim) {
        if (victim.isPresent()) {
            int group = victim.getAsInt();
            modes.set(group, states(group).isEmpty() ? Mode.WITHHELD : Mode.STANDS);
            return;
        }
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
        if (isAllAsBefore(sum)) {
            return false;
        }
        List<Integer> parts =
                sum.parts().stream().filter(part -> people.of(part).n() > 0).toList();
        List<Integer> out = parts.stream().filter(part -> !isShown(part, step)).toList();
        if (parts.isEmpty() || !isShown(sum.whole(), step)) {
            return out.isEmpty() && !parts.isEmpty();
        }
        State.Seen left = left(sum, step);
        State.Seen nobody = new State.Seen(0, Sketch.ofNone(rules.countable()));
        if (out.isEmpty() ? isFew(sum, left, nobody) : !people.mayShow(step, out)) {
            return true;
        }
        for (State.Seen before : past.left(key(step, name))) {
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
        return isFew(layout.isOfStages(sum) ? one.netBetween(other) : one.peopleBetween(other, rules.smallest()));
    }

    private boolean isFew(long people) {
        return people > 0 && people < rules.smallest();
    }

    private boolean isAllAsBefore(Links.Sum sum) {
        return isOld(sum.whole()) && sum.parts().stream().allMatch(part -> !isPublished(part) || isOld(part));
    }

    private boolean isOld(int group) {
        return modes.get(group) != Mode.RENEWED;
    }

    /** Who is left when the shown parts are taken away from the whole, as far as that can be told from sketches. */
    private State.Seen left(Links.Sum sum, Detail step) {
        State.Seen left = seen(sum, sum.whole());
        for (int part : sum.parts()) {
            if (isShown(part, step)) {
                left = left.less(seen(sum, part));
            }
        }
        return left;
    }

    private String key(Detail step, String name) {
        return step + " " + name;
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

    private boolean isShown(int group, Detail step) {
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
        return layout.isOfStages(sum) ? new State.Seen(seen(group).n(), byStage(group)) : seen(group);
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
        return isFew(seen(group).peopleBetween(State.Seen.of(people.of(group)), rules.smallest()));
    }

    /** {@return all that is told of the measure up to now} */
    Past past(int number, IntFunction<List<Figure>> figures) {
        Past all = Past.none();
        all.states().putAll(past.states());
        all.left().putAll(past.left());
        for (int group = 0; group < layout.groups().size(); group++) {
            if (modes.get(group) != Mode.STANDS) {
                List<State> every = new ArrayList<>(states(group));
                every.add(new State(detail(group), number, seen(group), byStage(group), figures.apply(group)));
                all.states().put(layout.groups().get(group), List.copyOf(every));
            }
        }
        for (Detail step : people.steps()) {
            List<Links.Sum> sums = layout.links().sums();
            for (int i = 0; i < sums.size(); i++) {
                if (isShown(sums.get(i).whole(), step)) {
                    String key = key(step, layout.names().get(i));
                    List<State.Seen> every = new ArrayList<>(past.left(key));
                    State.Seen left = left(sums.get(i), step);
                    if (!every.contains(left)) {
                        every.add(left);
                        all.left().put(key, List.copyOf(every));
                    }
                }
            }
        }
        return all;
    }
}
