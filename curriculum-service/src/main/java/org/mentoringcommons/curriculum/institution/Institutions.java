package org.mentoringcommons.curriculum.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Tenant;

/** The institutions this service has been told of. */
@ApplicationScoped
public class Institutions {

    private final EntityManager entities;

    Institutions(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Refuses with 404 an institution nobody told us of (a new one is known within moments), with 409 one that is not
     * active.
     */
    public void requireActive(Tenant tenant) {
        Institution institution = find(tenant.id()).orElseThrow(() -> Refusal.notFound("institution")
                .detail("This service has not heard of the token's institution; if it is new, try again in a moment.")
                .problem());
        if (!institution.isActive()) {
            throw Refusal.conflict("institution-not-active", "The institution is not active")
                    .problem();
        }
    }

    Optional<Institution> find(String id) {
        return Optional.ofNullable(entities.find(Institution.class, id));
    }

    void add(Institution institution) {
        entities.persist(institution);
    }

    void remove(Institution institution) {
        entities.remove(institution);
    }
}
