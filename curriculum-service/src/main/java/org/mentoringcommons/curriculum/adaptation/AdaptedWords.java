package org.mentoringcommons.curriculum.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.shelf.Shelf;

/**
 * What is searched of the bound institution's adaptations: the words of the newest revision, which who facilitates may read,
 * and of the newest published one, which everybody there may. Written in the transaction that makes a revision one of these.
 */
@ApplicationScoped
class AdaptedWords {

    /** Who publishes a revision and who reads its words again must not both write them. */
    private static final String ALONE =
            """
            select revision from adaptation_revision where adaptation = :id and revision = :revision for no key update""";

    private static final String ARE_THERE =
            "select count(*) from adaptation_part where adaptation = :id and revision = :revision";
    private static final String FORGET_OLD =
            """
            delete from adaptation_part p where p.adaptation = :id
              and p.revision <> (select max(revision) from adaptation_revision where adaptation = :id)
              and p.revision <> (select coalesce(max(revision), 0) from adaptation_revision
                                 where adaptation = :id and published_at is not null)""";

    private final EntityManager entities;
    private final Shelf shelf;

    AdaptedWords(EntityManager entities) {
        this.entities = entities;
        this.shelf = Shelf.ofAdaptations(entities);
    }

    /** To be called whenever a revision was added or published. */
    void keep(UUID adaptation, int revision, CurriculumPackage whole) {
        if (!areThere(adaptation, revision)) {
            shelf.putParts(adaptation, revision, whole);
        }
        entities.createNativeQuery(FORGET_OLD).setParameter("id", adaptation).executeUpdate();
    }

    private boolean areThere(UUID adaptation, int revision) {
        ask(ALONE, adaptation, revision);
        return ask(ARE_THERE, adaptation, revision) > 0;
    }

    private int ask(String query, UUID adaptation, int revision) {
        return ((Number) entities.createNativeQuery(query)
                        .setParameter("id", adaptation)
                        .setParameter("revision", revision)
                        .getSingleResult())
                .intValue();
    }
}
