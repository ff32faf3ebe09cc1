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

/**
 * A release worked out from sealed counts; the same input gives the same, bit for bit.
 *
 * @param published what everybody may read
 * @param standing what the next release has to know, sealed
 * @param gate whether it may be released at all
 */
public record Publication(Published published, Standing standing, Gate gate) {

    /** By which rules it was worked out; changes whenever the same input would give something else. */
    public static final String METHOD = "1.1";

    /**
     * Works out a release.
     *
     * @param cube the study's counts now
     * @param thresholds the study's
     * @param number of the release
     * @param previous what stands since the release before it; empty for the first
     * @throws IllegalArgumentException if the thresholds are not those that the cube or the earlier release was made for
     */
    public static Publication of(Cube cube, Thresholds thresholds, int number, Optional<Standing> previous) {
        Rules rules = new Rules(thresholds);
        if (cube.countable() != rules.countable()
                || previous.isPresent() && previous.get().countable() != rules.countable()) {
            throw new IllegalArgumentException("another smallest count than the sealed one was made for");
        }
        Collapsing collapsing = previous.map(Standing::collapsing).orElseGet(() -> Collapsing.of(cube, rules));
        Layout layout =
                Layout.of(cube, collapsing, previous.map(Standing::groups).orElseGet(TreeSet::new));
        List<PublishedCell> cells = new ArrayList<>();
        List<Gate.Finding> findings = new ArrayList<>();
        SortedMap<MeasureKey, Past> pasts =
                new TreeMap<>(previous.map(Standing::pasts).orElseGet(TreeMap::new));
        long hidden = 0;
        for (MeasureKey key : cube.measures().keySet()) {
            Measured measured = collapsing.of(
                    key,
                    cube.measures().get(key),
                    Sketch.ofNone(cube.countable()).sums().length);
            Judged people = new Judged(measured, layout, rules);
            Past past = previous.map(standing -> standing.past(key)).orElseGet(Past::none);
            Succession succession = new Succession(layout, people, new Steps(layout, people).details(), past);
            Showing showing = new Showing(measured, thresholds);
            Past now = succession.past(number, group -> showing.figures(people.of(group), succession.detail(group)));
            pasts.put(key, now);
            Auditing audit = new Auditing(layout, key, people, succession);
            findings.addAll(audit.findings());
            hidden += audit.audited();
            if (isNamed(key, now)) {
                cells(key, layout, now, cells);
            }
        }
        return new Publication(
                new Published(number, List.copyOf(cells)),
                new Standing(cube.countable(), collapsing, pasts),
                new Gate(hidden, List.copyOf(findings)));
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
