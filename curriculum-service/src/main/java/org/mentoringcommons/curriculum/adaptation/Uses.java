package org.mentoringcommons.curriculum.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.workshop.LocalModules;

/** Which workshops are held with which revision. */
@ApplicationScoped
class Uses implements LocalModules {

    private static final String PUT =
            """
            insert into workshop_adaptation (workshop, adaptation, revision) values (:workshop, :adaptation, :revision)
            on conflict (tenant, workshop) do update set adaptation = excluded.adaptation, revision = excluded.revision""";
    private static final String FIND =
            "select adaptation, revision from workshop_adaptation where workshop = :workshop";

    private final EntityManager entities;
    private final Adaptations adaptations;

    Uses(EntityManager entities, Adaptations adaptations) {
        this.entities = entities;
        this.adaptations = adaptations;
    }

    void put(UUID workshop, UsedRevision used) {
        entities.createNativeQuery(PUT)
                .setParameter("workshop", workshop)
                .setParameter("adaptation", used.adaptation())
                .setParameter("revision", used.revision())
                .executeUpdate();
    }

    void remove(UUID workshop) {
        entities.createNativeQuery("delete from workshop_adaptation where workshop = :workshop")
                .setParameter("workshop", workshop)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    Optional<UsedRevision> find(UUID workshop) {
        List<Object[]> rows = entities.createNativeQuery(FIND)
                .setParameter("workshop", workshop)
                .getResultList();
        return rows.stream().findFirst().map(row -> new UsedRevision((UUID) row[0], ((Number) row[1]).intValue()));
    }

    @Override
    public Optional<Set<String>> of(UUID workshop) {
        return revision(workshop).map(Revision::modules);
    }

    @Override
    public Optional<HeldRevision> held(UUID workshop) {
        return find(workshop).map(used -> new HeldRevision(used.adaptation(), used.revision()));
    }

    @Override
    public Optional<CurriculumPackage> contents(UUID workshop) {
        return revision(workshop).map(Revision::whole);
    }

    private Optional<Revision> revision(UUID workshop) {
        return find(workshop).map(used -> adaptations.revision(used.adaptation(), used.revision()));
    }
}
