package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What all releases so far said of one scale at sites that are named.
 *
 * @param bySite of every site that ever agreed, every state it was published in, the one that stands last
 */
record SiteStates(SortedMap<String, List<State>> bySite) {

    static SiteStates none() {
        return new SiteStates(new TreeMap<>());
    }

    List<State> of(String site) {
        return bySite.getOrDefault(site, List.of());
    }

    /** {@return the sites of which something was ever shown: whoever reads knows it for good} */
    Set<String> told() {
        Set<String> told = new TreeSet<>();
        bySite.forEach((site, states) -> {
            if (states.stream().anyMatch(state -> state.detail().shows(Rules.OF_A_SITE))) {
                told.add(site);
            }
        });
        return told;
    }

    /** {@return the hashes by which marks name sites} */
    Set<Long> named(Set<String> sites) {
        Set<Long> named = new HashSet<>();
        sites.forEach(site ->
                of(site).forEach(state -> state.seen().marks().map(Map::keySet).ifPresent(named::addAll)));
        return named;
    }

    SiteStates and(String site, State state) {
        SortedMap<String, List<State>> more = new TreeMap<>(bySite);
        List<State> states = new ArrayList<>(of(site));
        states.add(state);
        more.put(site, List.copyOf(states));
        return new SiteStates(more);
    }

    void write(Binary.Out out) {
        out.number(bySite.size());
        bySite.forEach((site, states) -> {
            out.text(site).number(states.size());
            states.forEach(state -> state.write(out));
        });
    }

    static SiteStates read(Binary.In in, int countable) {
        SortedMap<String, List<State>> bySite = new TreeMap<>();
        for (int sites = in.integer(); sites > 0; sites--) {
            String site = in.text();
            List<State> states = new ArrayList<>();
            for (int left = in.integer(); left > 0; left--) {
                states.add(State.read(in, countable, true));
            }
            bySite.put(site, List.copyOf(states));
        }
        return new SiteStates(bySite);
    }
}
