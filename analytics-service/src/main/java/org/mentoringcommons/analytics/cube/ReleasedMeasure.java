package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Figure;

/** What a release says of one measure, and whether it may. Measures are worked out by themselves. */
final class ReleasedMeasure {

    /** What all measures of a release have in common. */
    record Frame(
            SortedSet<String> agreed,
            int sums,
            Rules rules,
            Optional<CellNoise> noise,
            int number,
            Layout layout,
            Optional<Standing> previous) {}

    private final Frame frame;
    private final MeasureKey key;
    private final Collapsing collapsing;
    private final Showing showing;
    private final Past past;
    private final SiteStates sites;
    private final List<PublishedSite> published = new ArrayList<>();
    private final List<Auditing> audits;

    /**
     * {@return a measure of a release} Answers that were never told apart are from the first release on that shows them of
     * the nation, and only then: which of them there are tells how many gave them.
     *
     * @param collapsing what earlier measures of the release and earlier releases tell apart
     */
    static ReleasedMeasure of(Frame frame, MeasureKey key, Measured counted, Collapsing collapsing) {
        if (frame.rules().method().tellsApartLater() && collapsing.isOpen(key, counted)) {
            Collapsing apart = collapsing.and(key, counted, frame.rules());
            ReleasedMeasure told = new ReleasedMeasure(frame, key, counted, apart);
            if (told.isShownOfNation()) {
                return told;
            }
        }
        return new ReleasedMeasure(frame, key, counted, collapsing);
    }

    private ReleasedMeasure(Frame frame, MeasureKey key, Measured counted, Collapsing collapsing) {
        this.frame = frame;
        this.key = key;
        this.collapsing = collapsing;
        Measured measured = collapsing.of(key, counted, frame.sums());
        Rules rules = frame.rules();
        SiteStates before =
                frame.previous().map(standing -> standing.sites(key)).orElseGet(SiteStates::none);
        Judged people = new Judged(measured, frame.layout(), rules, before.told(), before.named(before.told()));
        Past earlier = frame.previous().map(standing -> standing.past(key)).orElseGet(Past::none);
        this.showing = new Showing(measured, rules.thresholds(), frame.noise(), rules.method());
        Audited audited = audited(people, earlier);
        Succession succession = audited.succession();
        this.past =
                succession.past(frame.number(), group -> showing.figures(people.of(group), succession.detail(group)));
        if (isOfSites(measured)) {
            Naming naming = new Naming(
                    frame.layout(),
                    key,
                    measured,
                    showing,
                    people,
                    succession,
                    before,
                    frame.previous().isEmpty());
            this.sites = naming.states(frame.agreed(), frame.number());
            frame.agreed().forEach(site -> published.add(naming.published(site, sites)));
            this.audits = sites.told().equals(before.told())
                    ? audited.audits()
                    : audits(naming.judged(sites.told()), succession);
        } else {
            this.sites = before;
            this.audits = audited.audits();
        }
    }

    private boolean isOfSites(Measured measured) {
        return measured.form() == Measured.Form.SCORES && frame.rules().method().names();
    }

    private record Audited(Succession succession, List<Auditing> audits) {}

    /** Where anything new would tell what it may not, nothing new is told of a measure: what was told is told already. */
    private Audited audited(Judged people, Past earlier) {
        List<Detail> details = new Steps(frame.layout(), people).details();
        Succession succession = new Succession(frame.layout(), people, details, earlier);
        List<Auditing> found = audits(people, succession);
        if (found.stream().allMatch(audit -> audit.findings().isEmpty())
                || earlier.states().isEmpty()
                || !people.rules().remember()) {
            return new Audited(succession, found);
        }
        Succession asBefore = succession.nothingNew();
        return new Audited(asBefore, audits(people, asBefore));
    }

    /** Of everybody; and, where sites are named, of all others as if they were everybody. */
    private List<Auditing> audits(Judged people, Succession succession) {
        return people.andOthers().stream()
                .map(some -> new Auditing(frame.layout(), key, some, succession))
                .toList();
    }

    private boolean isShownOfNation() {
        List<State> nation = past.of(CellKey.NATION);
        return !nation.isEmpty() && nation.get(nation.size() - 1).detail() == Detail.EXACT;
    }

    /** Codes are named by whoever uses them: one too rare to be shown of the nation is not even listed. */
    private boolean isNamed() {
        return key.subject() != MeasureKey.Subject.CODED
                || past.of(CellKey.NATION).stream().anyMatch(state -> state.detail() == Detail.EXACT);
    }

    /** {@return its cells, none if it is not even listed} */
    List<PublishedCell> cells() {
        List<PublishedCell> cells = new ArrayList<>();
        for (CellKey group : isNamed() ? frame.layout().groups() : List.<CellKey>of()) {
            if (key.subject().isByStage() || !group.categories().containsKey(Dimension.STAGE)) {
                List<State> states = past.of(group);
                cells.add(cell(group, states.get(states.size() - 1)));
            }
        }
        return cells;
    }

    /** What is hidden looks the same, whenever it was hidden. */
    private PublishedCell cell(CellKey group, State state) {
        boolean shown =
                state.figures().stream().anyMatch(figure -> figure.text().isPresent());
        List<Figure> figures = shown || !frame.rules().method().tellsApartLater()
                ? state.figures()
                : showing.figures(new Tally.Builder(frame.sums()).build(), Detail.NOTHING);
        return new PublishedCell(group, key, shown ? OptionalInt.of(state.origin()) : OptionalInt.empty(), figures);
    }

    /** {@return lines of sites, of those that agreed} */
    List<PublishedSite> lines() {
        return published;
    }

    List<Gate.Finding> findings() {
        return audits.stream().flatMap(audit -> audit.findings().stream()).toList();
    }

    /** {@return how many hidden cells were audited} */
    long audited() {
        return audits.stream().mapToLong(Auditing::audited).sum();
    }

    /** {@return what is told apart, of this measure too} */
    Collapsing collapsing() {
        return collapsing;
    }

    Past past() {
        return past;
    }

    /** {@return what was told of sites up to now; nothing unless they are named} */
    Optional<SiteStates> sites() {
        boolean told = isOfSites(showing.measured());
        return told ? Optional.of(sites) : Optional.empty();
    }
}
