package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.mentoringcommons.analytics.disclosure.Bounds;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.FeasibleInterval;
import org.mentoringcommons.analytics.disclosure.Links;

/**
 * Looks for hidden cells of one measure that can be worked out from those shown, in other ways than those by which they were
 * hidden: by elimination over everything that adds up, and by linear programs between which bounds each hidden count lies.
 */
final class Auditing {

    private final Layout layout;
    private final MeasureKey key;
    private final Judged people;
    private final Shown shown;
    private final List<Gate.Finding> findings = new ArrayList<>();
    private long audited;

    Auditing(Layout layout, MeasureKey key, Judged people, Shown shown) {
        this.layout = layout;
        this.key = key;
        this.people = people;
        this.shown = shown;
        for (Detail step : people.steps()) {
            eliminate(step);
            reach(step);
        }
        bounds(Detail.MEDIAN, "n", Tally::n);
        if (people.steps().contains(Detail.EXACT)) {
            answers().forEach((name, count) -> bounds(Detail.EXACT, name, count));
        }
    }

    List<Gate.Finding> findings() {
        return findings;
    }

    long audited() {
        return audited;
    }

    private Map<String, ToLongFunction<Tally>> answers() {
        Map<String, ToLongFunction<Tally>> answers = new LinkedHashMap<>();
        switch (people.measured().form()) {
            case SHARE -> answers.put("numerator", tally -> tally.count(1));
            case ONE_OF -> {
                for (int answer = 0; answer < people.measured().categories().size(); answer++) {
                    int code = answer;
                    answers.put("numerator:" + people.measured().categories().get(answer), tally -> tally.count(code));
                }
            }
            case SCORES -> answers.put("n_positive", Auditing::improved);
        }
        return answers;
    }

    private static long improved(Tally tally) {
        return tally.counts().entrySet().stream()
                .filter(pair -> Measured.now(pair.getKey()) > Measured.before(pair.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private void eliminate(Detail step) {
        Map<Integer, BitSet> before = layout.following(shown.before(step));
        layout.following(told(step)).keySet().stream()
                .filter(group -> !before.containsKey(group))
                .forEach(group -> {
                    Tally tally = people.of(group);
                    boolean stale = isShown(group, step) && shown.isNearlyPresent(group);
                    if (tally.n() > 0 && (stale || !isShown(group, step) && !people.mayShow(step, group))) {
                        findings.add(new Gate.Finding(
                                layout.groups().get(group),
                                key,
                                step.name().toLowerCase(Locale.ROOT),
                                tally.n(),
                                tally.n()));
                    }
                });
    }

    /** Whatever is subtracted from whatever. */
    private void reach(Detail step) {
        people.told(step, told(step), shown.before(step)).ifPresent(told -> {
            long size = people.size(told.kinds());
            findings.add(new Gate.Finding(
                    layout.groups().get(told.groups().length() - 1),
                    key,
                    step.name().toLowerCase(Locale.ROOT),
                    size,
                    size));
        });
    }

    private BitSet told(Detail step) {
        return shown.told(step, layout.groups().size());
    }

    private boolean isShown(int group, Detail step) {
        return group < layout.groups().size() && shown.detail(group).shows(step);
    }

    /** Of those that may not be shown; those between the same bounds as before are told already. */
    private void bounds(Detail step, String name, ToLongFunction<Tally> count) {
        BitSet unknown = unknown(told(step));
        Bounds bounds = bounds(step, unknown, unknown(told(Detail.MEDIAN)), count);
        Bounds before = null;
        for (int group = 0; group < layout.groups().size(); group++) {
            Tally tally = people.of(group);
            if (unknown.get(group) && !isShown(group, step) && tally.n() > 0 && !people.mayShow(step, group)) {
                audited++;
                FeasibleInterval interval = bounds.of(group);
                if (interval.width() < people.rules().smallest() - 1) {
                    before = before == null ? before(step, count) : before;
                    if (!interval.equals(before.of(group))) {
                        findings.add(new Gate.Finding(
                                layout.groups().get(group), key, name, (long) Math.ceil(interval.lower()), (long)
                                        Math.floor(interval.upper())));
                    }
                }
            }
        }
    }

    private Bounds before(Detail step, ToLongFunction<Tally> count) {
        return bounds(step, unknown(shown.before(step)), unknown(shown.before(Detail.MEDIAN)), count);
    }

    /** Of all groups, those nobody publishes too, those that are not told. */
    private BitSet unknown(BitSet told) {
        BitSet unknown = new BitSet();
        unknown.set(0, people.groups());
        unknown.andNot(told);
        return unknown;
    }

    /** A count and what is left of n are two unknowns each. */
    private Bounds bounds(Detail step, BitSet unknown, BitSet uncounted, ToLongFunction<Tally> count) {
        int groups = people.groups();
        Bounds bounds = new Bounds(2 * groups);
        for (Links.Sum sum : layout.sums()) {
            know(bounds, sum, unknown, 0, count);
            if (step == Detail.EXACT) {
                know(bounds, sum, unknown, groups, tally -> tally.n() - count.applyAsLong(tally));
            }
        }
        for (int group = unknown.nextSetBit(0);
                step == Detail.EXACT && group >= 0;
                group = unknown.nextSetBit(group + 1)) {
            if (!uncounted.get(group)) {
                bounds.know(
                        Map.of(group, 1, groups + group, 1), people.of(group).n());
            }
        }
        return bounds;
    }

    private void know(Bounds bounds, Links.Sum sum, BitSet unknown, int from, ToLongFunction<Tally> count) {
        if (sum.parts().stream().allMatch(part -> people.of(part).n() == 0)) {
            return; // a measure that is not told by this dimension
        }
        Map<Integer, Integer> weights = new HashMap<>();
        long known = 0;
        for (int part : sum.parts()) {
            Tally tally = people.of(part);
            if (unknown.get(part) && tally.n() > 0) {
                weights.put(from + part, 1);
            } else {
                known += count.applyAsLong(tally);
            }
        }
        if (unknown.get(sum.whole())) {
            weights.put(from + sum.whole(), -1);
        } else {
            known -= count.applyAsLong(people.of(sum.whole()));
        }
        bounds.know(weights, -known);
    }
}
