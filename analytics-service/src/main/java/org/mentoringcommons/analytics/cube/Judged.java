package org.mentoringcommons.analytics.cube;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.disclosure.Crowd;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Reach;

/** One measure of every group, and how much may be shown of groups taken together; nothing is judged twice. */
final class Judged {

    private final Measured measured;
    private final List<Tally> tallies;
    private final Rules rules;
    private final Reach reach;
    private final List<Tally> strata;
    private final List<Optional<Crowd>> crowds;
    private final Map<Detail, Map<List<Integer>, Boolean>> known = new HashMap<>();
    private final Map<Detail, Map<List<BitSet>, Optional<Reach.Told>>> told = new HashMap<>();

    Judged(Measured measured, Layout layout, Rules rules) {
        this.measured = measured;
        this.tallies = layout.tallies(measured, Sketch.ofNone(rules.countable()).sums().length);
        this.rules = rules;
        this.reach = layout.reach();
        this.strata = layout.strata(measured);
        this.crowds = strata.stream()
                .map(tally -> tally.n() == 0 ? Optional.<Crowd>empty() : Optional.of(rules.crowd(measured, tally)))
                .toList();
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
        return groups.size() == 1
                ? tallies.get(groups.get(0))
                : sum(groups.stream().map(tallies::get));
    }

    private static Tally sum(Stream<Tally> tallies) {
        Tally.Builder sum = new Tally.Builder(0);
        tallies.forEach(sum::add);
        return sum.build();
    }

    /** {@return how many people of some strata there are} */
    long size(BitSet some) {
        return some.stream().mapToLong(stratum -> strata.get(stratum).n()).sum();
    }

    /**
     * {@return people of whom too few to be shown could be told from some groups, whatever is subtracted from whatever}
     *
     * @param before groups of which the same was told before: what follows from these alone is told already
     */
    Optional<Reach.Told> told(Detail step, BitSet published, BitSet before) {
        return told.computeIfAbsent(step, none -> new HashMap<>())
                .computeIfAbsent(
                        List.of((BitSet) published.clone(), (BitSet) before.clone()),
                        some -> reach.told(some.get(0), some.get(1), people(step)));
    }

    private Reach.People people(Detail step) {
        Predicate<Tally> rule = rules.of(measured, step);
        Predicate<Crowd> everySort = rules.rule(measured, step, true);
        return new Reach.People() {
            @Override
            public Optional<Crowd> of(int kind) {
                return crowds.get(kind);
            }

            @Override
            public boolean areEnough(Crowd crowd) {
                return everySort.test(crowd);
            }

            @Override
            public boolean mayShow(BitSet kinds) {
                return rule.test(sum(kinds.stream().mapToObj(strata::get)));
            }
        };
    }
}
