package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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

    List<State.Seen> left(String sum) {
        return left.getOrDefault(sum, List.of());
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

    static Past read(Binary.In in, int countable) {
        Past past = none();
        for (int groups = in.integer(); groups > 0; groups--) {
            CellKey group = in.key();
            List<State> every = new ArrayList<>();
            for (int states = in.integer(); states > 0; states--) {
                every.add(State.read(in, countable));
            }
            past.states.put(group, List.copyOf(every));
        }
        for (int sums = in.integer(); sums > 0; sums--) {
            String sum = in.text();
            List<State.Seen> every = new ArrayList<>();
            for (int seen = in.integer(); seen > 0; seen--) {
                every.add(State.Seen.read(in, countable));
            }
            past.left.put(sum, List.copyOf(every));
        }
        return past;
    }
}
