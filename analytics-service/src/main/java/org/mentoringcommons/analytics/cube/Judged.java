package org.mentoringcommons.analytics.cube;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.disclosure.Detail;

/** One measure of every group, and how much may be shown of groups taken together; nothing is judged twice. */
final class Judged {

    private final Measured measured;
    private final List<Tally> tallies;
    private final Rules rules;
    private final Map<Detail, Map<List<Integer>, Boolean>> known = new HashMap<>();

    Judged(Measured measured, List<Tally> tallies, Rules rules) {
        this.measured = measured;
        this.tallies = tallies;
        this.rules = rules;
    }

    Measured measured() {
        return measured;
    }

    Rules rules() {
        return rules;
    }

    int groups() {
        return tallies.size();
    }

    Tally of(int group) {
        return tallies.get(group);
    }

    List<Detail> steps() {
        return Rules.steps(measured.form());
    }

    /** {@return whether so much may be shown of a group that somebody is in} */
    boolean mayShow(Detail step, int group) {
        return mayShow(step, List.of(group));
    }

    /** {@return the same of groups of which none has people of another} */
    boolean mayShow(Detail step, List<Integer> groups) {
        return known.computeIfAbsent(step, none -> new HashMap<>())
                .computeIfAbsent(groups, some -> rules.of(measured, step).test(together(some)));
    }

    private Tally together(List<Integer> groups) {
        if (groups.size() == 1) {
            return tallies.get(groups.get(0));
        }
        Tally.Builder sum = new Tally.Builder(tallies.get(0).sketch().sums().length);
        groups.forEach(group -> sum.add(tallies.get(group)));
        return sum.build();
    }
}
