package org.mentoringcommons.survey.wave;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.survey.institution.Institution;
import org.mentoringcommons.survey.institution.InstitutionKnown;
import org.mentoringcommons.survey.institution.Institutions;
import org.mentoringcommons.survey.instrument.Instruments;
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
 * together, in whatever order; a workshop has at most one wave.
 */
@ApplicationScoped
public class WaveOpening {

    private static final Logger LOG = Logger.getLogger(WaveOpening.class);

    private final Waves waves;
    private final PendingWaves pending;
    private final Workshops workshops;
    private final Protocols protocols;
    private final Institutions institutions;
    private final Instruments instruments;
    private final Outbox outbox;
    private final TenantBinding binding;

    WaveOpening(
            Waves waves,
            PendingWaves pending,
            Workshops workshops,
            Protocols protocols,
            Institutions institutions,
            Instruments instruments,
            Outbox outbox,
            TenantBinding binding) {
        this.waves = waves;
        this.pending = pending;
        this.workshops = workshops;
        this.protocols = protocols;
        this.institutions = institutions;
        this.instruments = instruments;
        this.outbox = outbox;
        this.binding = binding;
    }

    void workshopChanged(@Observes WorkshopChanged change) {
        consider(change.workshop(), boundInstitution());
    }

    void protocolRegistered(@Observes ProtocolRegistered event) {
        Tenant institution = boundInstitution();
        waves.takeTurn(institution.id());
        workshops.delivered(event.protocol().curricula()).forEach(workshop -> consider(workshop, institution));
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
        Optional<Wave> present = waves.ofWorkshop(workshop.id());
        if (present.isPresent() || !workshop.isDelivered()) {
            return present;
        }
        return institutions.find(institution).flatMap(known -> open(workshop, known));
    }

    /** Tells the other services about the wave as it is now. */
    public void announce(Wave wave) {
        waves.flush(); // gives the wave its new version, if it changed
        Protocol protocol = protocols.find(wave.protocol()).orElseThrow();
        outbox.append(WaveFact.of(wave, instruments.get(protocol.instrument()).structure(java.util.List.of())));
    }

    private void consider(Workshop workshop, Tenant institution) {
        Optional<Wave> wave = open(workshop);
        boolean zoneUnknown = workshop.isDelivered()
                && wave.isEmpty()
                && institutions.find(institution).isEmpty();
        if (zoneUnknown || wave.isPresent() && wave.get().isBehind(workshop)) {
            pending.add(institution, workshop.id());
        }
    }

    private Optional<Wave> open(Workshop workshop, Institution institution) {
        Window window = Window.monthAfter(workshop.overSince(), institution.timeZone());
        return protocols
                .valid(
                        workshop.curriculum(),
                        window.opensAt().atZone(institution.timeZone()).toLocalDate())
                .map(protocol -> {
                    Wave wave = new Wave(workshop, protocol, window);
                    waves.add(wave);
                    announce(wave);
                    LOG.debugf("wave %s opens at %s", wave.id(), window.opensAt());
                    return wave;
                });
    }

    private Tenant boundInstitution() {
        return binding.tenant().orElseThrow(() -> new IllegalStateException("a wave belongs to an institution"));
    }
}
