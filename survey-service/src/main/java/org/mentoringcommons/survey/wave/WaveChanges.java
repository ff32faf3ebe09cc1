package org.mentoringcommons.survey.wave;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.institution.Institutions;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.protocol.Askings;
import org.mentoringcommons.survey.protocol.Occasion;
import org.mentoringcommons.survey.protocol.Protocol;
import org.mentoringcommons.survey.protocol.Protocols;
import org.mentoringcommons.survey.workshop.Workshop;
import org.mentoringcommons.survey.workshop.Workshops;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/** What people decide about waves: opening one by hand, asking for longer, closing early. Within a transaction. */
@ApplicationScoped
class WaveChanges {

    private final Waves waves;
    private final WaveOpening opening;
    private final PendingWaves pending;
    private final Workshops workshops;
    private final Protocols protocols;
    private final Askings askings;
    private final Institutions institutions;
    private final Event<PeopleNamed> named;
    private final AuditTrail trail;
    private final TenantBinding binding;
    private final Clock clock;

    WaveChanges(
            Waves waves,
            WaveOpening opening,
            PendingWaves pending,
            Workshops workshops,
            Protocols protocols,
            Askings askings,
            Institutions institutions,
            Event<PeopleNamed> named,
            AuditTrail trail,
            TenantBinding binding,
            Clock clock) {
        this.waves = waves;
        this.opening = opening;
        this.pending = pending;
        this.workshops = workshops;
        this.protocols = protocols;
        this.askings = askings;
        this.institutions = institutions;
        this.named = named;
        this.trail = trail;
        this.binding = binding;
        this.clock = clock;
    }

    /**
     * Opens a wave now, for a month.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming what does not fit, 409 {@code wave-exists} or
     *     {@code workshop-not-delivered}
     */
    Wave open(NewWave wanted) {
        waves.takeTurn(institution().id());
        Workshop workshop = workshops.find(wanted.workshop()).orElseThrow(() -> unfit("workshop", "does not exist"));
        Protocol protocol = protocols.find(wanted.protocol()).orElseThrow(() -> unfit("protocol", "does not exist"));
        Occasion occasion = wanted.occasion();
        boolean names = wanted.people() != null && !wanted.people().isEmpty();
        if (names && occasion.asksParticipants()) {
            throw unfit("people", "are the roster's on this occasion");
        }
        if (occasion.asksParticipants() && !protocol.curricula().contains(workshop.curriculum())) {
            throw unfit("protocol", "is not for workshops of this curriculum");
        }
        if (!protocol.isValidOn(today())) {
            throw unfit("protocol", "is not valid today");
        }
        if (!workshop.isDelivered()) {
            throw Refusal.conflict("workshop-not-delivered", "The workshop has not been delivered")
                    .problem();
        }
        if (waves.ofWorkshop(workshop.id(), occasion).isPresent()) {
            throw Refusal.conflict("wave-exists", "The workshop has a wave on this occasion")
                    .problem();
        }
        Wave wave = new Wave(
                workshop,
                protocol,
                occasion,
                instrument(protocol, occasion),
                Window.monthAfter(clock.instant(), zone()));
        if (names) {
            List<UUID> people = wanted.people().stream().distinct().toList();
            wave.named(people.size());
            opening.begin(wave);
            named.fire(new PeopleNamed(wave, people));
        } else {
            opening.begin(wave);
            pending.add(institution(), workshop.id());
        }
        if (occasion == Occasion.WORKSHOP) { // they would have come with it
            opening.scheduleFollowUps(
                    workshop, protocol, institutions.find(institution()).orElseThrow());
        }
        note("wave.opened", wave, occasion.word());
        return wave;
    }

    /**
     * Asks until the end of this day.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 without such a wave, 409 {@code wave-closed}, 400 if that
     *     were shorter than now, or past the protocol
     */
    Wave extend(UUID id, LocalDate lastDay) {
        Wave wave = lock(id);
        requireNotClosed(wave);
        Instant closesAt = lastDay.plusDays(1).atStartOfDay(zone()).toInstant();
        if (closesAt.isBefore(wave.window().closesAt())) {
            throw unfit("lastDay", "is before the one that people were told; close the wave instead");
        }
        if (!protocols.find(wave.protocol()).orElseThrow().isValidOn(lastDay)) {
            throw unfit("lastDay", "is after the protocol's last valid day");
        }
        if (closesAt.equals(wave.window().closesAt())) {
            return wave;
        }
        wave.openUntil(closesAt);
        opening.announce(wave);
        opening.closesThen(wave);
        note("wave.extended", wave, "until " + lastDay);
        return wave;
    }

    /**
     * Takes no more answers from now on. A wave that is over stays as it is.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 without such a wave, 409 {@code wave-not-open} before
     */
    Wave close(UUID id) {
        Wave wave = lock(id);
        Instant now = clock.instant();
        switch (wave.stateAt(now)) {
            case SCHEDULED ->
                throw Refusal.conflict("wave-not-open", "The wave has not opened yet")
                        .problem();
            case OPEN -> {
                wave.closeAt(now);
                opening.announce(wave);
                opening.closesThen(wave);
                note("wave.closed", wave, wave.occasion().word());
            }
            case CLOSED -> {}
        }
        return wave;
    }

    private InstrumentReference instrument(Protocol protocol, Occasion occasion) {
        if (occasion == Occasion.WORKSHOP) {
            return protocol.instrument();
        }
        InstrumentReference declared = askings.of(protocol.id()).get(occasion);
        if (declared == null) {
            throw unfit("occasion", "is not declared under this protocol");
        }
        return declared;
    }

    private void requireNotClosed(Wave wave) {
        if (wave.stateAt(clock.instant()) == Window.State.CLOSED) {
            throw Refusal.conflict("wave-closed", "The wave has closed").problem();
        }
    }

    private Wave lock(UUID id) {
        return waves.lock(id).orElseThrow(() -> Refusal.notFound("wave").problem());
    }

    private static HttpProblem unfit(String field, String why) {
        return Refusal.badRequest("wave-unfit", "The wave cannot be so")
                .violation(field, why)
                .problem();
    }

    private LocalDate today() {
        return clock.instant().atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return institutions
                .find(institution())
                .orElseThrow(() -> Refusal.notFound("institution").problem())
                .timeZone();
    }

    private Tenant institution() {
        return binding.tenant().orElseThrow();
    }

    private void note(String action, Wave wave, String detail) {
        trail.record(Deed.of(action, "wave", wave.id().toString())
                .institution(institution())
                .detail(detail));
    }
}
