package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Figure;
import org.mentoringcommons.analytics.disclosure.Thresholds;
import org.mentoringcommons.analytics.study.Noise;

/**
 * A release worked out from sealed counts; the same input gives the same, bit for bit.
 *
 * @param published what everybody may read
 * @param standing what the next release has to know, sealed
 * @param gate whether it may be released at all
 */
public record Publication(Published published, Standing standing, Gate gate) {

    /**
     * Works out a release by the last rules.
     *
     * @param cube the study's counts now
     * @param thresholds the study's
     * @param number of the release
     * @param previous what stands since the release before it; empty for the first
     */
    public static Publication of(Cube cube, Thresholds thresholds, int number, Optional<Standing> previous) {
        return of(cube, thresholds, Method.last(), number, previous);
    }

    /** The same of a study without noise. */
    public static Publication of(
            Cube cube, Thresholds thresholds, Method method, int number, Optional<Standing> previous) {
        return of(cube, thresholds, Optional.empty(), method, number, previous);
    }

    /**
     * Works out a release. What earlier ones told stands, by whatever thresholds they were made; what is told anew obeys these.
     *
     * @param cube the study's counts now
     * @param thresholds the study's
     * @param noise the study's, the same for all its releases
     * @param method by which rules; whenever the same input would give something else, they are others
     * @param number of the release
     * @param previous what stands since the release before it; empty for the first
     * @throws IllegalArgumentException if the cube was not counted for these thresholds, or for another noise
     */
    public static Publication of(
            Cube cube,
            Thresholds thresholds,
            Optional<Noise> noise,
            Method method,
            int number,
            Optional<Standing> previous) {
        boolean isPrivate = Noise.is(noise.orElse(null), Noise.Mechanism.DISCRETE_LAPLACE);
        if (isPrivate != cube.seed().length > 0) {
            throw new IllegalArgumentException(
                    "a seed is drawn for differentially private releases, and for no others");
        }
        return isPrivate
                ? NationalTotals.of(cube, thresholds, noise.get(), number)
                : ofCells(cube, thresholds, noise.map(cells -> new CellNoise(cells.bound())), method, number, previous);
    }

    private static Publication ofCells(
            Cube cube,
            Thresholds thresholds,
            Optional<CellNoise> noise,
            Method method,
            int number,
            Optional<Standing> previous) {
        Rules rules = new Rules(thresholds, method);
        if (cube.countable() != rules.countable()) {
            throw new IllegalArgumentException("another smallest count than the sealed one was made for");
        }
        Collapsing collapsing = previous.map(Standing::collapsing).orElseGet(() -> Collapsing.of(cube, rules));
        Layout layout =
                Layout.of(cube, collapsing, previous.map(Standing::groups).orElseGet(TreeSet::new));
        List<PublishedCell> cells = new ArrayList<>();
        List<Gate.Finding> findings = new ArrayList<>();
        SortedMap<MeasureKey, Past> pasts =
                new TreeMap<>(previous.map(Standing::pasts).orElseGet(TreeMap::new));
        SortedMap<MeasureKey, SiteStates> told =
                new TreeMap<>(previous.map(Standing::sites).orElseGet(TreeMap::new));
        List<PublishedSite> sites = new ArrayList<>();
        long hidden = 0;
        for (MeasureKey key : cube.measures().keySet()) {
            Measured measured = collapsing.of(
                    key,
                    cube.measures().get(key),
                    Sketch.ofNone(cube.countable()).sums().length);
            SiteStates before = told.getOrDefault(key, SiteStates.none());
            Judged people = new Judged(measured, layout, rules, before.told(), before.named(before.told()));
            Past past = previous.map(standing -> standing.past(key)).orElseGet(Past::none);
            Audited audited = audited(key, layout, people, past);
            Succession succession = audited.succession();
            Showing showing = new Showing(measured, thresholds, noise, method);
            Past now = succession.past(number, group -> showing.figures(people.of(group), succession.detail(group)));
            pasts.put(key, now);
            List<Auditing> audits = audited.audits();
            if (measured.form() == Measured.Form.SCORES && method.names()) {
                Naming naming =
                        new Naming(layout, key, measured, showing, people, succession, before, previous.isEmpty());
                SiteStates after = naming.states(cube.agreed(), number);
                told.put(key, after);
                cube.agreed().forEach(site -> sites.add(naming.published(site, after)));
                if (!after.told().equals(before.told())) {
                    audits = audits(key, layout, naming.judged(after.told()), succession);
                }
            }
            for (Auditing audit : audits) {
                findings.addAll(audit.findings());
                hidden += audit.audited();
            }
            if (isNamed(key, now)) {
                cells(key, layout, now, cells);
            }
        }
        return new Publication(
                new Published(number, List.copyOf(cells), List.copyOf(sites)),
                new Standing(cube.countable(), collapsing, pasts, told),
                new Gate(hidden, List.copyOf(findings)));
    }

    private record Audited(Succession succession, List<Auditing> audits) {}

    /** Where anything new would tell what it may not, nothing new is told of a measure: what was told is told already. */
    private static Audited audited(MeasureKey key, Layout layout, Judged people, Past past) {
        Succession succession = new Succession(layout, people, new Steps(layout, people).details(), past);
        List<Auditing> audits = audits(key, layout, people, succession);
        if (audits.stream().allMatch(audit -> audit.findings().isEmpty())
                || past.states().isEmpty()
                || !people.rules().remember()) {
            return new Audited(succession, audits);
        }
        Succession asBefore = succession.nothingNew();
        return new Audited(asBefore, audits(key, layout, people, asBefore));
    }

    /** Of everybody; and, where sites are named, of all others as if they were everybody. */
    private static List<Auditing> audits(MeasureKey key, Layout layout, Judged people, Succession succession) {
        return people.andOthers().stream()
                .map(some -> new Auditing(layout, key, some, succession))
                .toList();
    }

    /** Codes are named by whoever uses them: one too rare to be shown of the nation is not even listed. */
    private static boolean isNamed(MeasureKey key, Past past) {
        return key.subject() != MeasureKey.Subject.CODED
                || past.of(CellKey.NATION).stream().anyMatch(state -> state.detail() == Detail.EXACT);
    }

    private static void cells(MeasureKey key, Layout layout, Past past, List<PublishedCell> cells) {
        for (CellKey group : layout.groups()) {
            if (key.subject().isByStage() || !group.categories().containsKey(Dimension.STAGE)) {
                List<State> states = past.of(group);
                State state = states.get(states.size() - 1);
                List<Figure> figures = state.figures();
                boolean shown =
                        figures.stream().anyMatch(figure -> figure.text().isPresent());
                cells.add(new PublishedCell(
                        group, key, shown ? OptionalInt.of(state.origin()) : OptionalInt.empty(), figures));
            }
        }
    }
}
