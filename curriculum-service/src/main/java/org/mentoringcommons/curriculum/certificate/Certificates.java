package org.mentoringcommons.curriculum.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.curriculum.institution.Institutions;
import org.mentoringcommons.curriculum.link.SignedLinks;
import org.mentoringcommons.curriculum.link.SignedLinks.Purpose;
import org.mentoringcommons.curriculum.roster.Hours;
import org.mentoringcommons.curriculum.roster.Received;
import org.mentoringcommons.curriculum.workshop.Schedule;
import org.mentoringcommons.curriculum.workshop.Status;
import org.mentoringcommons.curriculum.workshop.Workshop;
import org.mentoringcommons.curriculum.workshop.Workshops;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/**
 * Certificates are computed, never stored: a correction of the attendance is one of the certificate. What is issued is the
 * code, which is derived from the person's id.
 */
@ApplicationScoped
public class Certificates {

    private final Workshops workshops;
    private final Hours hours;
    private final Institutions institutions;
    private final SignedLinks links;
    private final TenantBinding binding;

    Certificates(
            Workshops workshops, Hours hours, Institutions institutions, SignedLinks links, TenantBinding binding) {
        this.workshops = workshops;
        this.hours = hours;
        this.institutions = institutions;
        this.links = links;
        this.binding = binding;
    }

    List<CertificateView> earned(UUID id) {
        Workshop workshop = declared(id);
        return hours.of(id).stream()
                .filter(received -> received.isOfSomebodyKnown() && received.minutes() >= workshop.certificateMinutes())
                .map(this::view)
                .toList();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 unless this person has earned it */
    CertificatePaper paper(UUID id, UUID participant) {
        Workshop workshop = declared(id);
        Received received =
                hours.of(id, participant).filter(Received::isOfSomebodyKnown).orElseThrow(CertificateProblem::nobody);
        if (received.minutes() < workshop.certificateMinutes()) {
            throw CertificateProblem.notEarned(received.minutes(), workshop.certificateMinutes());
        }
        CertificateView certificate = view(received);
        return CertificatePaper.of(certificate.name(), certificate.address(), told(workshop, received));
    }

    /** What whoever has the code learns; the request is bound to the institution that issued it. */
    @Transactional
    public Verification verify(UUID participant) {
        Optional<UUID> workshop = hours.workshopOf(participant);
        if (workshop.isEmpty()) {
            return Verification.NOT_VALID;
        }
        Workshop attended = workshops.get(workshop.get());
        return hours.of(workshop.get(), participant)
                .filter(received -> attended.status() == Status.DELIVERED
                        && attended.certificateMinutes() != null
                        && received.minutes() >= attended.certificateMinutes())
                .map(received -> told(attended, received))
                .orElse(Verification.NOT_VALID);
    }

    private Workshop declared(UUID id) {
        Workshop workshop = workshops.get(id);
        if (workshop.certificateMinutes() == null) {
            throw CertificateProblem.noneDeclared();
        }
        if (workshop.status() != Status.DELIVERED) {
            throw CertificateProblem.notDelivered();
        }
        return workshop;
    }

    private CertificateView view(Received received) {
        String code = links.token(Purpose.CERTIFICATE, institution(), received.participant());
        return new CertificateView(
                received.participant(),
                received.name(),
                received.minutes(),
                code,
                links.address(Purpose.CERTIFICATE, code));
    }

    private Verification told(Workshop workshop, Received received) {
        Schedule schedule = workshop.schedule();
        LocalDate first = LocalDate.ofInstant(schedule.sessions().get(0).startsAt(), schedule.zone());
        return new Verification(
                true,
                institutions.known(institution()).name(),
                workshop.name(),
                first,
                LocalDate.ofInstant(schedule.endsAt().minusMillis(1), schedule.zone()),
                received.minutes());
    }

    private Tenant institution() {
        return binding.tenant().orElseThrow();
    }
}
