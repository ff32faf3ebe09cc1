package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.mentoringcommons.analytics.disclosure.Detail;

/**
 * What all releases so far said of one measure.
 *
 * @param states of every group, every state it was ever published in, the one that stands last
 * @param left of every sum at every step, who was left whenever its shown parts were taken away from its shown whole
 */
record Past(SortedMap<CellKey, List<State>> states, SortedMap<String, List<State.Seen>> left) {

    static Past none() {
        return new Past(new TreeMap<>(), new TreeMap<>());
    }

    List<State> of(CellKey group) {
        return states.getOrDefault(group, List.of());
    }

    List<State.Seen> left(Detail step, String sum) {
        return left.getOrDefault(key(step, sum), List.of());
    }

    private static String key(Detail step, String sum) {
        return step + " " + sum;
    }

    /** {@return this and what a release tells} */
    Past and(Succession now, Layout layout, List<Detail> steps, IntFunction<State> renewed) {
        Past all = new Past(new TreeMap<>(states), new TreeMap<>(left));
        for (int group = 0; group < layout.groups().size(); group++) {
            if (!now.stands(group)) {
                CellKey key = layout.groups().get(group);
                List<State> every = new ArrayList<>(of(key));
                every.add(renewed.apply(group));
                all.states.put(key, List.copyOf(every));
            }
        }
        for (Detail step : steps) {
            for (int i = 0; i < layout.sums().size(); i++) {
                if (now.isShown(layout.sums().get(i).whole(), step)) {
                    String name = layout.names().get(i);
                    List<State.Seen> every = new ArrayList<>(left(step, name));
                    State.Seen left = now.left(layout.sums().get(i), step);
                    if (!every.contains(left)) {
                        every.add(left);
                        all.left.put(key(step, name), List.copyOf(every));
                    }
                }
            }
        }
        return all;
    }

    void write(Binary.Out out) {
        out.number(states.size());
        states.forEach((group, every) -> {
            out.key(group).number(every.size());
            every.forEach(state -> state.write(out));
        });
        out.number(left.size());
        left.forEach((sum, every) -> {
            out.text(sum).number(every.size());
            every.forEach(seen -> seen.write(out));
        });
    }

    static Past read(Binary.In in, int countable, boolean marked) {
        Past past = none();
        for (int groups = in.integer(); groups > 0; groups--) {
            CellKey group = in.key();
            List<State> every = new ArrayList<>();
            for (int states = in.integer(); states > 0; states--) {
                every.add(State.read(in, countable, marked));
            }
            past.states.put(group, List.copyOf(every));
        }
        for (int sums = in.integer(); sums > 0; sums--) {
            String sum = in.text();
            List<State.Seen> every = new ArrayList<>();
            for (int seen = in.integer(); seen > 0; seen--) {
                every.add(State.Seen.read(in, countable, marked));
            }
            past.left.put(sum, List.copyOf(every));
        }
        return past;
    }
}
