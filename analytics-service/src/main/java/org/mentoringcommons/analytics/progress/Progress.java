package org.mentoringcommons.analytics.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.analytics.disclosure.Thresholds;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Instruments;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.progress.ProgressView.InstrumentView;
import org.mentoringcommons.analytics.response.Population.Evaluated;

/** Puts together how far the answers of the bound institution are, as whoever looks may see it. */
@ApplicationScoped
class Progress {

    private static final double PERCENT = 100;

    private final Askings askings;
    private final Snapshots snapshots;
    private final Instruments instruments;
    private final Thresholds thresholds;

    Progress(Askings askings, Snapshots snapshots, Instruments instruments, Thresholds thresholds) {
        this.askings = askings;
        this.snapshots = snapshots;
        this.instruments = instruments;
        this.thresholds = thresholds;
    }

    /** One entry a wave; empty if the institution has no such workshop. */
    Optional<ProgressView> workshop(UUID workshop, Viewer viewer, Instant now) {
        if (!askings.knowWorkshop(workshop)) {
            return Optional.empty();
        }
        Optional<UUID> only = Optional.of(workshop);
        List<Asking> waves = askings.of(only);
        List<List<Asking>> groups = waves.stream().map(List::of).toList();
        return Optional.of(view(workshop.toString(), groups, waves, only, viewer, now));
    }

    /** One entry a version of an instrument. */
    ProgressView institution(Viewer viewer, Instant now) {
        List<Asking> waves = askings.of(Optional.empty());
        Map<InstrumentReference, List<Asking>> groups = new LinkedHashMap<>();
        waves.forEach(asking -> groups.computeIfAbsent(asking.instrument(), none -> new ArrayList<>())
                .add(asking));
        return view(null, List.copyOf(groups.values()), waves, Optional.empty(), viewer, now);
    }

    private ProgressView view(
            String workshop,
            List<List<Asking>> groups,
            List<Asking> waves,
            Optional<UUID> only,
            Viewer viewer,
            Instant now) {
        List<InstrumentView> views = new ArrayList<>();
        if (viewer.seesAll()) {
            groups.forEach(group -> views.add(
                    entry(group, now, ScaleFigures.unsuppressed(live(group, only, false), live(group, only, true)))));
        } else {
            Map<UUID, Snapshot> shown = snapshots.current(waves, only, now);
            groups.forEach(group -> views.add(entry(
                    group,
                    now,
                    only.isPresent()
                            ? ScaleFigures.ofOne(part(group.get(0), shown, viewer), thresholds)
                            : ScaleFigures.ofAll(parts(group, shown, viewer), thresholds))));
        }
        return new ProgressView(
                workshop,
                Evaluated.EVALUATED.word(),
                viewer.seesAll() ? ProgressView.UNSUPPRESSED : ProgressView.THRESHOLDS,
                views);
    }

    /** Of waves whose people were asked elsewhere, or of those whose people were asked here. */
    private ScaleTables live(List<Asking> group, Optional<UUID> only, boolean imported) {
        Asking first = group.get(0);
        ScaleTables.Collector collector = new ScaleTables.Collector(structure(first));
        if (group.stream().noneMatch(asking -> asking.imported() == imported)) {
            return collector.build();
        }
        if (only.isPresent()) {
            askings.answers(first.wave(), (id, answers) -> collector.add(answers));
        } else {
            askings.answers(first.instrument(), imported, (id, answers) -> collector.add(answers));
        }
        return collector.build();
    }

    private ScaleTables scores(Asking asking, Map<UUID, Snapshot> shown) {
        return Optional.ofNullable(shown.get(asking.wave()))
                .map(Snapshot::scores)
                .orElseGet(() -> ScaleTables.none(structure(asking)));
    }

    private List<ScaleFigures.Part> parts(List<Asking> group, Map<UUID, Snapshot> shown, Viewer viewer) {
        return group.stream().map(asking -> part(asking, shown, viewer)).toList();
    }

    private ScaleFigures.Part part(Asking asking, Map<UUID, Snapshot> shown, Viewer viewer) {
        return new ScaleFigures.Part(scores(asking, shown), viewer.of(asking.workshop()), asking.imported());
    }

    private static InstrumentView entry(List<Asking> group, Instant now, List<ProgressView.ScaleView> scales) {
        List<Asking> here = group.stream().filter(asking -> !asking.imported()).toList();
        long invited = here.stream().mapToLong(Asking::invited).sum();
        long responded = here.stream().mapToLong(Asking::responded).sum();
        long imported = group.stream().mapToLong(Asking::responded).sum() - responded;
        return new InstrumentView(
                group.get(0).instrument(),
                group.size(),
                group.stream().filter(asking -> asking.isOpenAt(now)).count(),
                group.stream().map(Asking::closesAt).max(Instant::compareTo).orElseThrow(),
                invited,
                responded,
                imported,
                invited == 0 ? null : PERCENT * responded / invited,
                scales);
    }

    private Structure structure(Asking asking) {
        return instruments.find(asking.instrument()).orElseThrow();
    }
}
