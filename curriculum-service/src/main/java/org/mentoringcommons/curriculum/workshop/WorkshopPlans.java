package org.mentoringcommons.curriculum.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.curriculum.catalog.Curricula;
import org.mentoringcommons.curriculum.catalog.PublishedVersion;
import org.mentoringcommons.curriculum.catalog.TaughtVersion;
import org.mentoringcommons.curriculum.institution.Institutions;
import org.mentoringcommons.curriculum.planning.PlanCheck;
import org.mentoringcommons.curriculum.planning.Warning;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/** Plans workshops, plans them anew, and corrects them, with what curricula and institutions say about them. */
@ApplicationScoped
public class WorkshopPlans {

    private final Workshops workshops;
    private final Curricula curricula;
    private final Institutions institutions;
    private final LocalModules local;
    private final AuditTrail trail;
    private final TenantBinding binding;
    private final Clock clock;

    WorkshopPlans(
            Workshops workshops,
            Curricula curricula,
            Institutions institutions,
            LocalModules local,
            AuditTrail trail,
            TenantBinding binding,
            Clock clock) {
        this.workshops = workshops;
        this.curricula = curricula;
        this.institutions = institutions;
        this.local = local;
        this.trail = trail;
        this.binding = binding;
        this.clock = clock;
    }

    Workshop plan(NewWorkshop planned) {
        ZoneId zone = zone(planned);
        Workshop workshop = Workshop.plan(
                planned,
                curricula
                        .published(planned.curriculum(), planned.version())
                        .orElseThrow(WorkshopProblem::unknownVersion),
                zone,
                clock.instant());
        workshops.add(workshop);
        return workshop;
    }

    Workshop change(UUID id, NewWorkshop changed) {
        Workshop workshop = workshops.get(id);
        workshop.change(changed, taught(workshop, changed), zone(changed), clock.instant());
        workshops.rescheduled(workshop);
        if (workshop.status() == Status.DELIVERED) {
            trail.record(Deed.of("workshop.corrected", "workshop", id.toString())
                    .institution(binding.tenant().orElseThrow()));
        }
        return workshop;
    }

    /**
     * Corrects how many people one of the past had. The same numbers again change nothing, and tell nobody.
     *
     * @param asRead what is insisted on before anything is changed
     */
    Workshop recount(UUID id, HeadCount counted, Consumer<Workshop> asRead) {
        Workshop workshop = workshops.past(id);
        asRead.accept(workshop);
        if (counted.attended() > counted.enrolled()) {
            throw WorkshopProblem.moreAttendedThanEnrolled();
        }
        if (workshops.hasRoster(id)) {
            throw WorkshopProblem.peopleAreKnown();
        }
        HeadCount before = HeadCount.of(workshop);
        if (!before.equals(counted)) {
            workshop.recount(counted);
            workshops.changed(workshop);
            trail.record(Deed.of("workshop.recounted", "workshop", id.toString())
                    .institution(binding.tenant().orElseThrow())
                    .detail("from " + before.inWords() + " to " + counted.inWords()));
        }
        return workshop;
    }

    /** One of the past, to be kept. */
    public Workshop past(PastWorkshop told) {
        return Workshop.past(
                told,
                curricula
                        .oncePublished(told.plan().curriculum(), told.plan().version())
                        .orElseThrow(WorkshopProblem::unknownVersion),
                zone(told.plan()),
                clock.instant());
    }

    /** What speaks against it as it is planned now, by what it is held with. */
    List<Warning> warnings(Workshop workshop) {
        List<Warning> found = new ArrayList<>(local.contents(workshop.id())
                .map(own -> TaughtVersion.of(own.manifest()))
                .or(() -> curricula.taught(workshop.curriculum(), workshop.curriculumVersion()))
                .map(version -> PlanCheck.warnings(version, workshop.audience(), meetings(workshop.schedule())))
                .orElse(List.of()));
        found.addAll(ofClocks(workshop));
        return found;
    }

    private static List<PlanCheck.Meeting> meetings(Schedule schedule) {
        return schedule.byNumber().entrySet().stream()
                .map(session -> new PlanCheck.Meeting(
                        session.getKey(),
                        session.getValue().minutes(),
                        session.getValue().modules()))
                .toList();
    }

    private List<Warning> ofClocks(Workshop workshop) {
        Instant now = clock.instant();
        List<Warning> found = new ArrayList<>();
        ZoneId zone = workshop.schedule().zone();
        workshop.schedule().byNumber().forEach((number, session) -> {
            if (workshop.status() == Status.PLANNED && session.endsAt().isBefore(now)) {
                found.add(Warning.ofSession(
                        Warning.Kind.IN_THE_PAST,
                        number,
                        "It is over: record that the workshop was delivered, or correct the date."));
            }
            if (WallClock.changesDuring(session.startsAt(), Duration.ofMinutes(session.minutes()), zone)) {
                found.add(Warning.ofSession(
                        Warning.Kind.CLOCK_CHANGE,
                        number,
                        "Clocks are changed meanwhile; they show "
                                + session.endsAt().atZone(zone).toLocalTime() + " when it ends."));
            }
        });
        return found;
    }

    private PublishedVersion taught(Workshop workshop, NewWorkshop changed) {
        Optional<Set<String>> own = local.of(workshop.id());
        boolean same = workshop.curriculum().equals(changed.curriculum())
                && workshop.curriculumVersion().equals(changed.version());
        if (!same && own.isPresent()) {
            throw WorkshopProblem.adapted();
        }
        PublishedVersion version = (same
                        ? curricula.oncePublished(changed.curriculum(), changed.version())
                        : curricula.published(changed.curriculum(), changed.version()))
                .orElseThrow(WorkshopProblem::unknownVersion);
        return own.map(version::with).orElse(version);
    }

    /** The one that is said, or the institution's, which has to be known and active. */
    private ZoneId zone(NewWorkshop planned) {
        Tenant institution = binding.tenant().orElseThrow();
        ZoneId ofInstitution = institutions.requireActive(institution).zone();
        if (planned.timeZone() == null) {
            return ofInstitution;
        }
        if (!ZoneId.getAvailableZoneIds().contains(planned.timeZone())) {
            throw WorkshopProblem.unknownZone();
        }
        return ZoneId.of(planned.timeZone());
    }
}
