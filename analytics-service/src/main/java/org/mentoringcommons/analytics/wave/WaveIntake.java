package org.mentoringcommons.analytics.wave;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.analytics.institution.Versions;
import org.mentoringcommons.analytics.instrument.Instruments;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.workshop.WorkshopErasing;
import org.mentoringcommons.analytics.workshop.Workshops;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.exchange.ParentMissing;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.exchange.Subscription;
import org.mentoringcommons.exchange.Unacceptable;

/** Keeps the copy of the waves, and the structure of the instrument that the first of them brings. */
@ApplicationScoped
class WaveIntake implements Subscription<WaveState> {

    private final Waves waves;
    private final Workshops workshops;
    private final Instruments instruments;
    private final Event<WaveErasing> erasing;
    private final Versions versions;
    private final Outbox outbox;

    WaveIntake(
            Waves waves,
            Workshops workshops,
            Instruments instruments,
            Event<WaveErasing> erasing,
            Versions versions,
            Outbox outbox) {
        this.versions = versions;
        this.outbox = outbox;
        this.waves = waves;
        this.workshops = workshops;
        this.instruments = instruments;
        this.erasing = erasing;
    }

    @Override
    public String topic() {
        return "waves";
    }

    @Override
    public String type() {
        return "org.mentoringcommons.wave.v1";
    }

    @Override
    public Class<WaveState> state() {
        return WaveState.class;
    }

    @Override
    public Set<String> after() {
        return Set.of("workshops");
    }

    @Override
    public int together() {
        return 200;
    }

    @Override
    public void apply(Received<WaveState> fact) {
        if (fact.tenant().isEmpty()) {
            throw new Unacceptable("a wave belongs to an institution");
        }
        versions.raise();
        fact.state()
                .ifPresentOrElse(state -> describe(state, fact.version()), () -> waves.find(UUID.fromString(fact.key()))
                        .ifPresent(this::erase));
    }

    /**
     * Instruments are of all institutions: two batches that brought new ones in opposite orders would wait for each other. What
     * brings none comes first; of several waves of one instrument the order stays.
     */
    @Override
    public void applyAll(List<Received<WaveState>> facts) {
        facts.stream().sorted(Comparator.comparing(WaveIntake::instrument)).forEach(this::apply);
    }

    private static String instrument(Received<WaveState> fact) {
        return fact.state()
                .map(WaveState::instrument)
                .map(WaveState.Instrument::reference)
                .map(reference -> reference.key() + " " + reference.version())
                .orElse("");
    }

    void eraseAllOf(@Observes WorkshopErasing erasing) {
        waves.ofWorkshop(erasing.workshop()).forEach(this::erase);
    }

    private void erase(Wave wave) {
        erasing.fire(new WaveErasing(wave.id()));
        waves.remove(wave);
    }

    private void describe(WaveState now, long version) {
        if (!now.countsForTheWorkshop()) {
            waves.leaveOut(now.id(), now.occasion());
            return;
        }
        if (!workshops.contain(now.workshop())) {
            throw new ParentMissing("workshops", now.workshop().toString());
        }
        instruments.learn(
                now.instrument().reference(),
                structure(now),
                Optional.ofNullable(now.instrument().validationStatus()));
        Optional<Wave> known = waves.find(now.id());
        if (known.isEmpty()) {
            waves.add(new Wave(now));
        } else if (known.get().asksAs(now)) {
            known.get().become(now);
        } else {
            throw new Unacceptable("a wave's workshop and instrument never change");
        }
        if (now.responded() != null) {
            outbox.append(new ResultsFact(now.id(), now.workshop(), now.responded()).fact(version));
        }
    }

    private static Structure structure(WaveState now) {
        try {
            return now.instrument().structure();
        } catch (IllegalArgumentException contradiction) {
            throw new Unacceptable("the instrument cannot be scored: " + contradiction.getMessage());
        }
    }
}
