package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
 * with everything known of the sites that are named, what the cells tell of all others is as it must be by itself. Earlier
 * releases told of the others together with the sites, whose people of then nobody has kept: so who was not named by a study's
 * first release is named by no later one. Never takes anything away from the cells.
 */
final class Naming {

    /** So often everything that can be told is looked at for another set of sites. */
    private static final int TRIES = 8;

    private static final Set<String> TOLD = Set.of("n", "mean_gain", "sd_gain", "ci_lower_gain", "ci_upper_gain");

    private final Layout layout;
    private final MeasureKey key;
    private final Measured measured;
    private final Showing showing;
    private final Judged people;
    private final Rules rules;
    private final Succession succession;
    private final SiteStates before;
    private final boolean first;
    private int tries;

    /**
     * @param measured a scale by the groups that are told apart
     * @param succession what is shown of groups
     * @param people of the scale, judged beside the sites that were named before
     * @param before all that was told of sites
     * @param first whether this is the study's first release
     */
    Naming(
            Layout layout,
            MeasureKey key,
            Measured measured,
            Showing showing,
            Judged people,
            Succession succession,
            SiteStates before,
            boolean first) {
        this.layout = layout;
        this.key = key;
        this.measured = measured;
        this.showing = showing;
        this.people = people;
        this.rules = people.rules();
        this.succession = succession;
        this.before = before;
        this.first = first;
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

    /** Of a site that was never shown anything may change; of others enough people since every state, as of a cell. */
    private boolean mayBeRenewed(String site, Tally theirs) {
        State.Seen seen = State.Seen.of(theirs);
        return !before.told().contains(site) || before.of(site).stream().allMatch(state -> areMany(state.seen(), seen));
    }

    /** Corrections are not seen in how many there are: those who came or went are many by themselves, or nobody. */
    private boolean areMany(State.Seen one, State.Seen other) {
        long moved = one.movedBetween(other).people();
        return one.peopleBetween(other, rules.smallest()) >= rules.smallest()
                && (moved == 0 || moved >= rules.smallest());
    }

    /** Those that were told before; by a first release as many as there may be, those with most people first. */
    private Set<String> named(SortedSet<String> agreed) {
        List<String> candidates = agreed.stream()
                .filter(site -> first && rules.mayName(measured, people(site)))
                .sorted(Comparator.comparingLong((String site) -> -people(site).n())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Set<String> all = with(before.told(), candidates);
        if (candidates.isEmpty() || holds(all)) {
            return all;
        }
        return rules.method().namesByHalves()
                ? byHalves(before.told(), new Neighbours(layout, people, succession).leaveEnough(candidates))
                : oneByOne(before.told(), candidates);
    }

    private Set<String> oneByOne(Set<String> told, List<String> candidates) {
        Set<String> named = told;
        for (String candidate : candidates) {
            Set<String> more = with(named, List.of(candidate));
            named = holds(more) ? more : named;
        }
        return named;
    }

    /** The same where most can be named, in a number of steps that does not grow with them; who is not reached is not named. */
    private Set<String> byHalves(Set<String> told, List<String> candidates) {
        if (candidates.isEmpty() || tries >= TRIES) {
            return told;
        }
        tries++;
        Set<String> all = with(told, candidates);
        if (holds(all)) {
            return all;
        }
        int half = candidates.size() / 2;
        return candidates.size() == 1
                ? told
                : byHalves(byHalves(told, candidates.subList(0, half)), candidates.subList(half, candidates.size()));
    }

    private static Set<String> with(Set<String> named, List<String> more) {
        Set<String> all = new TreeSet<>(named);
        all.addAll(more);
        return all;
    }

    /** Of all others first: they are fewer, and it is they who are too few. */
    private boolean holds(Set<String> sites) {
        Judged beside = judged(sites);
        List<Judged> all = new ArrayList<>(beside.andOthers());
        Collections.reverse(all);
        return stagesHold(beside)
                && all.stream().allMatch(some -> new Auditing(layout, key, some, succession)
                        .findings()
                        .isEmpty());
    }

    /** Stages meet no other table, so nobody subtracts them there: each is judged of the others where it is told. */
    private boolean stagesHold(Judged beside) {
        return beside.andOthers().stream().allMatch(some -> some.steps().stream()
                .filter(Rules.OF_A_SITE::shows)
                .allMatch(step ->
                        layout.sums().stream().filter(layout::isOfStages).allMatch(sum -> holds(sum, step, some))));
    }

    /** Every stage that is shown, and those together that are left of everybody. */
    private boolean holds(Links.Sum stages, Detail step, Judged some) {
        List<Integer> hidden = new ArrayList<>();
        for (int stage : stages.parts()) {
            boolean shown = succession.isShown(stage, step);
            if (shown && people.of(stage).n() > 0 && !some.mayShow(step, stage)) {
                return false;
            }
            if (!shown && people.of(stage).n() > 0) {
                hidden.add(stage);
            }
        }
        return hidden.isEmpty() || !succession.isShown(stages.whole(), step) || some.mayShow(step, hidden);
    }

    /** {@return everybody, judged beside sites that are named} */
    Judged judged(Set<String> sites) {
        return sites.equals(before.told()) ? people : new Judged(measured, layout, rules, sites, hashes(sites));
    }

    private Set<Long> hashes(Set<String> sites) {
        Set<Long> hashes = new HashSet<>(before.named(sites));
        sites.forEach(site -> hashes.addAll(people(site).marks().keySet()));
        return hashes;
    }
}
