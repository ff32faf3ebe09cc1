package org.mentoringcommons.curriculum.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mentoringcommons.curriculum.catalog.Curricula;
import org.mentoringcommons.curriculum.paging.Page;
import org.mentoringcommons.exchange.Fact;
import org.mentoringcommons.exchange.Outbox;

/** The workshops of the institution bound to the request. */
@ApplicationScoped
public class Workshops {

    private final EntityManager entities;
    private final Outbox outbox;
    private final LocalModules local;
    private final Curricula curricula;
    private final Rescheduling rescheduling;

    Workshops(
            EntityManager entities, Outbox outbox, LocalModules local, Curricula curricula, Rescheduling rescheduling) {
        this.rescheduling = rescheduling;
        this.entities = entities;
        this.outbox = outbox;
        this.local = local;
        this.curricula = curricula;
    }

    /** Refuses with 404 what is not there or belongs to another institution. */
    public Workshop get(UUID id) {
        Workshop found = entities.find(Workshop.class, id);
        if (found == null) {
            throw WorkshopProblem.noSuchWorkshop();
        }
        return found;
    }

    Page<Workshop> after(UUID id, int limit) {
        return Page.of(
                entities.createQuery("from Workshop where id > :id order by id", Workshop.class)
                        .setParameter("id", id)
                        .setMaxResults(limit + 1)
                        .getResultList(),
                limit,
                workshop -> workshop.id().toString());
    }

    void add(Workshop workshop) {
        addAll(List.of(workshop));
    }

    public void addAll(List<Workshop> workshops) {
        workshops.forEach(entities::persist);
        entities.flush();
        workshops.forEach(workshop -> append(workshop, null)); // a new one is held with what it was planned with
    }

    /** A workshop of the past that was imported, and what was said of it then. */
    public record Imported(UUID id, String reference, String digest) {}

    /** Those of these references that were imported before, by their references. */
    public Map<String, Imported> imported(Collection<String> references) {
        return entities.createQuery(
                        "select w.id, w.reference, w.importDigest from Workshop w where w.reference in :references",
                        Imported.class)
                .setParameter("references", references)
                .getResultStream()
                .collect(Collectors.toMap(Imported::reference, Function.identity()));
    }

    /** One of the past that is on record, as it stands now. */
    public record OnRecord(String reference, UUID workshop, String curriculum, Instant over) {}

    /** Those imported whose reference comes after this one, in their order. */
    public List<OnRecord> importedAfter(String reference, int count) {
        return entities.createQuery(
                        """
                        select w.reference, w.id, w.curriculum, w.deliveredAt from Workshop w
                        where w.reference > :reference order by w.reference""",
                        OnRecord.class)
                .setParameter("reference", reference)
                .setMaxResults(count)
                .getResultList();
    }

    /** One that was imported, which nobody else changes until the transaction ends; refuses others with 404. */
    Workshop past(UUID id) {
        Workshop workshop = entities.find(Workshop.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (workshop == null || !workshop.isImported()) {
            throw WorkshopProblem.noSuchWorkshop();
        }
        return workshop;
    }

    /** Whether anybody is, or was, on its roster. */
    boolean hasRoster(UUID id) {
        return (boolean) entities.createNativeQuery(
                        "select exists (select from participant where workshop = :id)", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /**
     * Removes one that was imported and that nothing was added to since, and tells the other services.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if it is none of the past, 409 {@code past-workshop-in-use}
     */
    public void removeImported(UUID id) {
        Workshop workshop = past(id);
        boolean used = (boolean) entities.createNativeQuery(
                        """
                        select exists (select from participant where workshop = :id)
                          or exists (select from workshop_facilitator where workshop = :id)
                          or exists (select from workshop_adaptation where workshop = :id)
                          or exists (select from board where workshop = :id)""",
                        Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
        if (used) {
            throw WorkshopProblem.pastInUse();
        }
        entities.remove(workshop);
        entities.flush();
        outbox.append(Fact.erased(WorkshopState.TOPIC, id.toString(), WorkshopState.TYPE, workshop.version() + 2));
    }

    /**
     * Writes a change and tells the other services, in the transaction under way. The version rises even if no column
     * of the workshop itself differs, so of two people who change a workshop or its roster at once one is refused with
     * 409, here and before anything depending on it is written.
     */
    public void changed(Workshop workshop) {
        lock(workshop);
        tell(workshop);
    }

    /** As {@link #changed}, where sessions may end at another time than before, or not take place. */
    void rescheduled(Workshop workshop) {
        changed(workshop);
        rescheduling.rescheduled(workshop.id());
    }

    /** The first half of {@link #changed}, where what is told has to be counted after something else was written. */
    public void lock(Workshop workshop) {
        entities.lock(workshop, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** The second half. */
    public void told(Workshop workshop) {
        tell(workshop);
    }

    private void tell(Workshop workshop) {
        entities.flush();
        append(workshop, local.held(workshop.id()).orElse(null));
    }

    private void append(Workshop workshop, LocalModules.HeldRevision held) {
        Predicate<String> isShared = held == null ? module -> true : sharedModules(workshop)::contains;
        // Hibernate counts from 0, facts from 1
        outbox.append(WorkshopState.of(workshop, held, isShared).fact(workshop.version() + 1));
    }

    private Set<String> sharedModules(Workshop workshop) {
        return curricula
                .oncePublished(workshop.curriculum(), workshop.curriculumVersion())
                .orElseThrow(WorkshopProblem::unknownVersion)
                .modules();
    }
}
