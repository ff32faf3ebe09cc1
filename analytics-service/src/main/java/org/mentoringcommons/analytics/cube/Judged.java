package org.mentoringcommons.analytics.cube;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
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
    private final boolean besideSites;
    private final Map<Detail, Map<List<Integer>, Boolean>> known = new HashMap<>();
    private final Map<Detail, Map<List<BitSet>, Optional<Reach.Told>>> told = new HashMap<>();
    private final Optional<Judged> others;
    private final Set<Long> named;

    Judged(Measured measured, Layout layout, Rules rules) {
        this(measured, layout, rules, Set.of(), Set.of(), false);
    }

    /**
     * The same where a release names some sites: besides, whatever is shown is judged as if nobody but the others were there.
     *
     * @param sites their aliases
     * @param named the hashes of their names
     */
    Judged(Measured measured, Layout layout, Rules rules, Set<String> sites, Set<Long> named) {
        this(measured, layout, rules, sites, named, false);
    }

    private Judged(
            Measured measured, Layout layout, Rules rules, Set<String> sites, Set<Long> named, boolean besideSites) {
        this.besideSites = besideSites;
        this.named = Set.copyOf(named);
        this.others = sites.isEmpty()
                ? Optional.empty()
                : Optional.of(new Judged(measured.without(sites), layout, rules, Set.of(), Set.of(), true));
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
        return Rules.steps(measured.form()).stream()
                .filter(step -> !besideSites || isToldOfSites(step))
                .toList();
    }

    /** Of a site no more is told than up to its standard deviation. */
    private static boolean isToldOfSites(Detail step) {
        return Rules.OF_A_SITE.shows(step);
    }

    /** {@return these people; and, if sites are named, those of no such site, taken by themselves} */
    List<Judged> andOthers() {
        return others.map(some -> List.of(this, some)).orElse(List.of(this));
    }

    /** {@return whether enough people came, went or changed, and enough who are not of the institution of most or of a named one} */
    boolean areMany(State.Seen one, State.Seen other) {
        return rules.areMany(one, other) && (named.isEmpty() || rules.areMany(one, other, named));
    }

    /** {@return whether somebody came, went or changed, and not enough people did} */
    boolean areFew(State.Seen one, State.Seen other) {
        return one.peopleBetween(other, rules.smallest()) > 0 && !areMany(one, other);
    }

    /** {@return whether by so many fewer people one stage's sum differs, too, if nobody of a named site counts} */
    boolean areManyOfStages(State.Seen one, State.Seen other) {
        return one.netBetween(other) >= rules.smallest()
                && (named.isEmpty() || one.netOutside(other, named) >= rules.smallest());
    }

    /** {@return whether so much may be shown of a group that somebody is in} */
    boolean mayShow(Detail step, int group) {
        return mayShow(step, List.of(group));
    }

    /** {@return the same of groups of which none has people of another} */
    boolean mayShow(Detail step, List<Integer> groups) {
        return known.computeIfAbsent(step, none -> new HashMap<>())
                .computeIfAbsent(
                        groups,
                        some -> rules.of(measured, step).test(together(some))
                                && (others.isEmpty()
                                        || !isToldOfSites(step)
                                        || others.get().mayShow(step, some)));
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
                .computeIfAbsent(List.of((BitSet) published.clone(), (BitSet) before.clone()), some -> reach.told(
                                some.get(0), some.get(1), people(step))
                        .or(() -> isToldOfSites(step)
                                ? toldBesideSites(step, some.get(0), some.get(1))
                                : Optional.empty()));
    }

    /** Few of the others; or some of a site's people, if that is not all of them. Where sites are named first, nothing was told before. */
    private Optional<Reach.Told> toldBesideSites(Detail step, BitSet published, BitSet before) {
        BitSet news = (BitSet) published.clone();
        news.andNot(before);
        if (others.isEmpty() || news.isEmpty()) {
            return Optional.empty();
        }
        Judged rest = others.get();
        return rest.told(step, published, before)
                .or(() -> reach.apart(
                        published,
                        rest.kindsWhere((kind, people) -> people > 0),
                        kindsWhere(
                                (kind, people) -> people > rest.strata.get(kind).n())));
    }

    private BitSet kindsWhere(BiPredicate<Integer, Long> are) {
        BitSet kinds = new BitSet();
        for (int kind = 0; kind < strata.size(); kind++) {
            kinds.set(kind, are.test(kind, strata.get(kind).n()));
        }
        return kinds;
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
