package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Links;

/** Which cells of one measure are renewed at present, which stand as they were, and what is shown of each by that. */
final class Renewals implements Shown {

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

    /** To begin with, every cell is renewed that may be by itself. */
    Renewals(Layout layout, Judged people, List<Detail> details, Past past) {
        this.layout = layout;
        this.people = people;
        this.details = details;
        this.past = past;
        this.rules = people.rules();
        layout.sums().stream().filter(layout::isOfStages).forEach(this::tellByStage);
        for (int group = 0; group < people.groups(); group++) {
            modes.add(isPublished(group) && !mayBeRenewed(group) ? Mode.STANDS : Mode.RENEWED);
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
            State.Seen then = states.get(i).seen();
            boolean asItStands = i < states.size() - 1 && now.peopleBetween(then, rules.smallest()) == 0;
            if (!people.areMany(now, then) && !asItStands) {
                return false;
            }
        }
        return true;
    }

    /** A cell stays as it was; one that is new is not shown. */
    void holdBack(int group) {
        modes.set(group, states(group).isEmpty() ? Mode.WITHHELD : Mode.STANDS);
    }

    void holdBackAll() {
        for (int group = 0; group < layout.groups().size(); group++) {
            holdBack(group);
        }
    }

    boolean areNone() {
        return modes.subList(0, layout.groups().size()).stream().noneMatch(Mode.RENEWED::equals);
    }

    /** {@return whether what is shown of a group is worked out now, as far as that is published} */
    boolean isRenewed(int group) {
        return modes.get(group) == Mode.RENEWED;
    }

    /** {@return whether what was published of a group stands} */
    boolean stands(int group) {
        return modes.get(group) == Mode.STANDS;
    }

    /** Groups nobody publishes come after those that are. */
    boolean isPublished(int group) {
        return group < layout.groups().size();
    }

    /** {@return every state a group was published in, the one that stands last} */
    List<State> states(int group) {
        return isPublished(group) ? past.of(layout.groups().get(group)) : List.of();
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
        BitSet told = new BitSet();
        for (int group = 0; rules.remember() && group < layout.groups().size(); group++) {
            State.Seen now = State.Seen.of(people.of(group));
            if (states(group).stream()
                    .anyMatch(state ->
                            state.detail().shows(step) && state.seen().peopleBetween(now, rules.smallest()) == 0)) {
                told.set(group);
            }
        }
        return told;
    }

    @Override
    public boolean isPresent(int group) {
        return seen(group).peopleBetween(State.Seen.of(people.of(group)), rules.smallest()) == 0;
    }

    @Override
    public boolean isNearlyPresent(int group) {
        return people.areFew(seen(group), State.Seen.of(people.of(group)));
    }

    /** {@return who contributed to what is shown of a group} */
    State.Seen seen(int group) {
        return isPublished(group) && stands(group) ? standing(group).seen() : State.Seen.of(people.of(group));
    }

    /** {@return the same as the other groups of a sum tell it} */
    State.Seen seen(Links.Sum sum, int group) {
        return layout.isOfStages(sum) ? seen(group).byStage(byStage(group)) : seen(group);
    }

    /** {@return of a stage, and of what stages are parts of, what they contributed together with the stage each told} */
    Sketch byStage(int group) {
        return isPublished(group) && stands(group)
                ? standing(group).byStage()
                : byStage.getOrDefault(group, Sketch.ofNone(rules.countable()));
    }
}
