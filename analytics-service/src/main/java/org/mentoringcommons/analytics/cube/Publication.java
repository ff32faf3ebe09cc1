package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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
        int sums = Sketch.ofNone(cube.countable()).sums().length;
        ReleasedMeasure.Frame frame =
                new ReleasedMeasure.Frame(cube.agreed(), sums, rules, noise, number, layout, previous);
        SortedMap<MeasureKey, Past> pasts =
                new TreeMap<>(previous.map(Standing::pasts).orElseGet(TreeMap::new));
        SortedMap<MeasureKey, SiteStates> told =
                new TreeMap<>(previous.map(Standing::sites).orElseGet(TreeMap::new));
        List<PublishedCell> cells = new ArrayList<>();
        List<PublishedSite> sites = new ArrayList<>();
        List<Gate.Finding> findings = new ArrayList<>();
        long audited = 0;
        for (MeasureKey key : cube.measures().keySet()) {
            ReleasedMeasure measure =
                    ReleasedMeasure.of(frame, key, cube.measures().get(key), collapsing);
            collapsing = measure.collapsing();
            pasts.put(key, measure.past());
            measure.sites().ifPresent(states -> told.put(key, states));
            cells.addAll(measure.cells());
            sites.addAll(measure.lines());
            findings.addAll(measure.findings());
            audited += measure.audited();
        }
        return new Publication(
                new Published(number, List.copyOf(cells), List.copyOf(sites)),
                new Standing(cube.countable(), collapsing, pasts, told),
                new Gate(audited, List.copyOf(findings)));
    }
}
