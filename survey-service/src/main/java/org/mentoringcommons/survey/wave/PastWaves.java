package org.mentoringcommons.survey.wave;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.protocol.Occasion;
import org.mentoringcommons.survey.protocol.Protocol;
import org.mentoringcommons.survey.workshop.Workshop;

/** Waves of answers collected elsewhere: over when they are made, and gone with the last of their answers. */
@ApplicationScoped
public class PastWaves {

    private final Waves waves;
    private final WaveOpening opening;
    private final Outbox outbox;
    private final Clock clock;

    PastWaves(Waves waves, WaveOpening opening, Outbox outbox, Clock clock) {
        this.waves = waves;
        this.opening = opening;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Makes openings and imports of the institution happen one after the other until the transaction ends. */
    public void takeTurn(String institution) {
        waves.takeTurn(institution);
    }

    /** The wave of a workshop on an occasion, whoever asked. */
    public Optional<Wave> find(UUID workshop, Occasion occasion) {
        return waves.ofWorkshop(workshop, occasion);
    }

    /** Waves of a workshop whose answers were collected elsewhere. */
    public List<Wave> of(UUID workshop) {
        return waves.ofWorkshop(workshop).stream().filter(Wave::isImported).toList();
    }

    /** When people were asked, on such an occasion after a workshop that was over then. */
    public static Instant opening(Instant overSince, Occasion occasion, ZoneId zone) {
        return window(overSince, occasion, zone).opensAt();
    }

    private static Window window(Instant overSince, Occasion occasion, ZoneId zone) {
        return occasion.isFollowUp()
                ? Window.monthLater(overSince, occasion.months(), zone)
                : Window.monthAfter(overSince, zone);
    }

    /** Makes one; it is told with {@link #answered}. */
    public Wave make(
            Workshop workshop,
            Protocol protocol,
            Occasion occasion,
            InstrumentReference instrument,
            ZoneId zone,
            UUID importedWith) {
        Window month = window(workshop.overSince(), occasion, zone);
        Instant now = clock.instant();
        Window window = month.closesAt().isAfter(now) ? new Window(month.opensAt(), now) : month;
        Wave wave = Wave.past(workshop, protocol, occasion, instrument, window, importedWith);
        waves.add(wave);
        return wave;
    }

    /** So many answers there are by now; everybody is told, unless there were as many before. */
    public void answered(Wave wave, int answers, UUID importedWith) {
        if (wave.finalResponded() != answers) {
            wave.answeredElsewhere(answers, importedWith);
            opening.announce(wave);
        }
    }

    /** Removes one that has no answers, and tells everybody. */
    public void remove(Wave wave) {
        outbox.append(WaveFact.gone(wave));
        waves.remove(wave);
    }
}
