package org.mentoringcommons.analytics.cube;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Figure;
import org.mentoringcommons.analytics.disclosure.Links;

/**
 * Which of the sites that agreed a release names with what their people scored. Cells go first: a site is named only if,
 * with everything known of the sites that are named, what the cells tell of all others is as it must be by itself: now,
 * and of who of them changed since every earlier release. Never takes anything away from the cells.
 */
final class Naming {

    private static final Set<String> TOLD = Set.of("n", "mean_gain", "sd_gain", "ci_lower_gain", "ci_upper_gain");

    private final Layout layout;
    private final MeasureKey key;
    private final Measured measured;
    private final Showing showing;
    private final Judged people;
    private final Rules rules;
    private final Succession succession;
    private final Past now;
    private final SiteStates before;
    private final Map<Set<String>, Judged> judged = new HashMap<>();

    /**
     * @param measured a scale by the groups that are told apart
     * @param succession what is shown of groups
     * @param people of the scale, judged beside the sites that were named before
     * @param now all that is told of them up to now
     * @param before all that was told of sites
     */
    Naming(
            Layout layout,
            MeasureKey key,
            Measured measured,
            Showing showing,
            Judged people,
            Succession succession,
            Past now,
            SiteStates before) {
        this.layout = layout;
        this.key = key;
        this.measured = measured;
        this.showing = showing;
        this.people = people;
        this.rules = people.rules();
        this.succession = succession;
        this.now = now;
        this.before = before;
    }

    /** {@return all that is told of sites up to now} */
    SiteStates states(SortedSet<String> agreed, int number) {
        Set<String> named = named(agreed);
        SiteStates states = before;
        for (String site : agreed) {
            Tally theirs = people(site);
            if (mayBeRenewed(site, theirs)) {
                Detail detail =
                        named.contains(site) && rules.mayName(measured, theirs) ? Rules.OF_A_SITE : Detail.NOTHING;
                states = states.and(
                        site,
                        new State(
                                detail,
                                number,
                                State.Seen.of(theirs),
                                Sketch.ofNone(rules.countable()),
                                figures(theirs, detail)));
            }
        }
        return states;
    }

    /** {@return how a release shows it} */
    PublishedSite published(String site, SiteStates states) {
        List<State> all = states.of(site);
        State state = all.get(all.size() - 1);
        boolean shown =
                state.figures().stream().anyMatch(figure -> figure.text().isPresent());
        return new PublishedSite(
                site, key, shown ? OptionalInt.of(state.origin()) : OptionalInt.empty(), state.figures());
    }

    private List<Figure> figures(Tally theirs, Detail detail) {
        return showing.figures(theirs, detail).stream()
                .filter(figure -> TOLD.contains(figure.measure()))
                .toList();
    }

    private Tally people(String site) {
        Tally nobody = new Tally.Builder(Sketch.ofNone(rules.countable()).sums().length).build();
        return measured.bySite().getOrDefault(site, new TreeMap<>()).getOrDefault(CellKey.NATION, nobody);
    }

    /** Of a site that was never shown anything may change; of others enough people in every state, as of a cell. */
    private boolean mayBeRenewed(String site, Tally theirs) {
        return !before.told().contains(site)
                || before.of(site).stream()
                        .allMatch(state -> state.seen().peopleBetween(State.Seen.of(theirs), rules.smallest())
                                >= rules.smallest());
    }

    /** Those that were told before, and as many more as there may be, those with most people first. */
    private Set<String> named(SortedSet<String> agreed) {
        Set<String> told = before.told();
        List<String> candidates = agreed.stream()
                .filter(site -> !told.contains(site) && rules.mayName(measured, people(site)))
                .sorted(Comparator.comparingLong((String site) -> -people(site).n())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Set<String> all = new TreeSet<>(told);
        all.addAll(candidates);
        if (candidates.isEmpty() || holds(all)) {
            return all;
        }
        Set<String> named = new TreeSet<>(told);
        for (String candidate : candidates) {
            Set<String> more = new TreeSet<>(named);
            more.add(candidate);
            named = holds(more) ? more : named;
        }
        return named;
    }

    private boolean holds(Set<String> sites) {
        Set<Long> hashes = hashes(sites);
        return changesAreMany(hashes)
                && judged(sites).andOthers().stream().allMatch(some -> new Auditing(layout, key, some, succession)
                        .findings()
                        .isEmpty());
    }

    /** {@return everybody, judged beside sites that are named} */
    Judged judged(Set<String> sites) {
        return sites.equals(before.told())
                ? people
                : judged.computeIfAbsent(sites, some -> new Judged(measured, layout, rules, some, hashes(some), true));
    }

    private Set<Long> hashes(Set<String> sites) {
        Set<Long> hashes = new HashSet<>(before.named(sites));
        sites.forEach(site -> hashes.addAll(people(site).marks().keySet()));
        return hashes;
    }

    /** Whoever knows the sites' people knows which of the others changed: nobody, or many, in all that was ever told. */
    private boolean changesAreMany(Set<Long> sites) {
        for (CellKey group : layout.groups()) {
            List<State.Seen> seen = now.of(group).stream().map(State::seen).toList();
            if (!areMany(seen, sites, false)) {
                return false;
            }
        }
        for (int i = 0; i < layout.sums().size(); i++) {
            Links.Sum sum = layout.sums().get(i);
            for (Detail step : List.of(Detail.MEDIAN, Detail.SPREAD)) {
                if (!areMany(now.left(step, layout.names().get(i)), sites, layout.isOfStages(sum))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean areMany(List<State.Seen> seen, Set<Long> sites, boolean ofStages) {
        for (int later = 1; later < seen.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                State.Seen one = seen.get(earlier);
                State.Seen other = seen.get(later);
                boolean many = ofStages
                        ? one.netBetween(other) == 0 || one.netOutside(other, sites) >= rules.smallest()
                        : one.peopleBetween(other, rules.smallest()) == 0 || rules.areMany(one, other, sites);
                if (!many) {
                    return false;
                }
            }
        }
        return true;
    }
}
