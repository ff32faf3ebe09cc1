package org.mentoringcommons.survey.wave;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.survey.adaptation.Questionnaires;
import org.mentoringcommons.survey.institution.Institution;
import org.mentoringcommons.survey.institution.InstitutionKnown;
import org.mentoringcommons.survey.institution.Institutions;
import org.mentoringcommons.survey.protocol.AskingDeclared;
import org.mentoringcommons.survey.protocol.Askings;
import org.mentoringcommons.survey.protocol.ConsentRenewed;
import org.mentoringcommons.survey.protocol.Occasion;
import org.mentoringcommons.survey.protocol.Protocol;
import org.mentoringcommons.survey.protocol.ProtocolRegistered;
import org.mentoringcommons.survey.protocol.Protocols;
import org.mentoringcommons.survey.workshop.Workshop;
import org.mentoringcommons.survey.workshop.WorkshopChanged;
import org.mentoringcommons.survey.workshop.Workshops;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/**
 * Opens a wave once a delivered workshop, a protocol valid on that day and the institution's time zone have come
 * together, in whatever order; a workshop has at most one wave an occasion. Its follow-ups are scheduled with it.
 */
@ApplicationScoped
public class WaveOpening {

    /** After the window, before it is told how many have answered. */
    public static final Duration GRACE = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(WaveOpening.class);

    private final Waves waves;
    private final PendingWaves pending;
    private final Workshops workshops;
    private final Protocols protocols;
    private final Askings askings;
    private final WaveTasks tasks;
    private final Institutions institutions;
    private final Questionnaires questionnaires;
    private final Outbox outbox;
    private final TenantBinding binding;
    private final Clock clock;

    WaveOpening(
            Waves waves,
            PendingWaves pending,
            Workshops workshops,
            Protocols protocols,
            Askings askings,
            WaveTasks tasks,
            Institutions institutions,
            Questionnaires questionnaires,
            Outbox outbox,
            TenantBinding binding,
            Clock clock) {
        this.waves = waves;
        this.pending = pending;
        this.workshops = workshops;
        this.protocols = protocols;
        this.askings = askings;
        this.tasks = tasks;
        this.institutions = institutions;
        this.questionnaires = questionnaires;
        this.outbox = outbox;
        this.binding = binding;
        this.clock = clock;
    }

    void workshopChanged(@Observes WorkshopChanged change) {
        consider(change.workshop(), boundInstitution());
    }

    void protocolRegistered(@Observes ProtocolRegistered event) {
        Tenant institution = boundInstitution();
        waves.takeTurn(institution.id());
        workshops.delivered(event.protocol().curricula()).forEach(workshop -> consider(workshop, institution));
    }

    void askingDeclared(@Observes AskingDeclared event) {
        Tenant institution = boundInstitution();
        waves.takeTurn(institution.id());
        for (Wave asked : waves.ofProtocol(event.protocol().id())) {
            Workshop workshop = workshops.find(asked.workshop()).orElseThrow();
            institutions.find(institution).ifPresent(known -> scheduleFollowUps(workshop, event.protocol(), known));
            pending.add(institution, workshop.id());
        }
    }

    void institutionKnown(@Observes InstitutionKnown event) {
        pending.hasten(event.tenant());
    }

    /**
     * The workshop's wave, opened now if it is time for it.
     *
     * @return empty as long as something is missing
     */
    public Optional<Wave> open(Workshop workshop) {
        Tenant institution = boundInstitution();
        waves.takeTurn(institution.id());
        Optional<Wave> present = waves.ofWorkshop(workshop.id(), Occasion.WORKSHOP);
        if (present.isPresent() || !workshop.isDelivered()) {
            return present;
        }
        return institutions.find(institution).flatMap(known -> open(workshop, known));
    }

    /** Tells the other services about the wave as it is now. */
    public void announce(Wave wave) {
        waves.flush(); // gives the wave its new version, if it changed
        outbox.append(WaveFact.of(
                wave, questionnaires.ofWave(wave.id(), wave.instrument()).structure()));
    }

    private void consider(Workshop workshop, Tenant institution) {
        Optional<Wave> wave = open(workshop);
        boolean zoneUnknown = workshop.isDelivered()
                && wave.isEmpty()
                && institutions.find(institution).isEmpty();
        if (zoneUnknown
                || waves.ofWorkshop(workshop.id()).stream().anyMatch(known -> isToBeLookedAt(known, workshop))) {
            pending.add(institution, workshop.id());
        }
    }

    /** Curriculum-service tells of a workshop also when somebody else facilitates it, without saying so. */
    private boolean isToBeLookedAt(Wave wave, Workshop workshop) {
        return wave.isBehind(workshop)
                || wave.asksItsFacilitators() && wave.stateAt(clock.instant()) != Window.State.CLOSED;
    }

    private Optional<Wave> open(Workshop workshop, Institution institution) {
        Window window = Window.monthAfter(workshop.overSince(), institution.timeZone());
        return protocols
                .valid(
                        workshop.curriculum(),
                        window.opensAt().atZone(institution.timeZone()).toLocalDate())
                .map(protocol -> {
                    Wave wave = new Wave(workshop, protocol, Occasion.WORKSHOP, protocol.instrument(), window);
                    begin(wave);
                    scheduleFollowUps(workshop, protocol, institution);
                    return wave;
                });
    }

    /** Those that the protocol declares, that are not there yet, and that it will still cover. */
    void scheduleFollowUps(Workshop workshop, Protocol protocol, Institution institution) {
        askings.of(protocol.id()).forEach((occasion, instrument) -> {
            Window window = Window.monthLater(workshop.overSince(), occasion.months(), institution.timeZone());
            boolean wanted = occasion.isFollowUp()
                    && window.at(clock.instant()) != Window.State.CLOSED
                    && protocol.isValidOn(
                            window.opensAt().atZone(institution.timeZone()).toLocalDate());
            if (wanted && waves.ofWorkshop(workshop.id(), occasion).isEmpty()) {
                begin(new Wave(workshop, protocol, occasion, instrument, window));
            }
        });
    }

    /** Keeps a new wave, tells of it, and sees to it that it closes. */
    void begin(Wave wave) {
        waves.add(wave);
        questionnaires.fix(wave.id(), wave.instrument());
        announce(wave);
        closesThen(wave);
        Instant opensAt = wave.window().opensAt();
        tasks.schedule(boundInstitution(), wave.id(), WaveTasks.Task.REMIND, opensAt);
        tasks.schedule(boundInstitution(), wave.id(), WaveTasks.Task.OPENED, opensAt);
        LOG.debugf("wave %s opens at %s", wave.id(), wave.window().opensAt());
    }

    /** Has it looked at once whether anybody is to be written to, in all waves of this protocol that are not over. */
    public void remindOf(UUID protocol) {
        for (Wave wave : waves.ofProtocolNotOver(protocol, clock.instant())) {
            tasks.schedule(
                    boundInstitution(),
                    wave.id(),
                    WaveTasks.Task.REMIND,
                    wave.window().opensAt());
        }
    }

    /** Whoever has answered is told by mail, in waves that are not over. */
    void consentRenewed(@Observes ConsentRenewed event) {
        remindOf(event.protocol());
    }

    /** Somebody's clock may be behind: what was accepted by it a moment late still counts. */
    void closesThen(Wave wave) {
        tasks.schedule(
                boundInstitution(),
                wave.id(),
                WaveTasks.Task.CLOSE,
                wave.window().closesAt().plus(GRACE));
        // when exactly is for whoever does it to say
        tasks.schedule(
                boundInstitution(),
                wave.id(),
                WaveTasks.Task.CLOSING,
                wave.window().opensAt());
    }

    private Tenant boundInstitution() {
        return binding.tenant().orElseThrow(() -> new IllegalStateException("a wave belongs to an institution"));
    }
}
