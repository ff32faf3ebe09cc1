package org.mentoringcommons.curriculum.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.RegistryCopy;
import org.mentoringcommons.tenancy.Standing;
import org.mentoringcommons.tenancy.Tenant;

/** The institutions this service has been told of. */
@ApplicationScoped
public class Institutions implements RegistryCopy {

    private final EntityManager entities;

    Institutions(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Refuses with 404 an institution nobody told us of (a new one is known within moments), with 403 one that is not
     * active.
     */
    public KnownInstitution requireActive(Tenant tenant) {
        Institution institution = find(tenant.id()).orElseThrow(() -> Refusal.notFound("institution")
                .detail("This service has not heard of the token's institution; if it is new, try again in a moment.")
                .problem());
        institution.standing().ifPresent(standing -> {
            throw standing.refusal().problem();
        });
        return institution.known();
    }

    /** What is known of an institution, whether it may act or not; refuses with 404 one nobody told us of. */
    public KnownInstitution known(Tenant tenant) {
        return find(tenant.id()).map(Institution::known).orElseThrow(() -> Refusal.notFound("institution")
                .problem());
    }

    @Override
    public Map<Tenant, Standing> notActive() {
        return RegistryCopy.ofRows(entities.createQuery(
                        "select i.id, i.state from Institution i where i.state <> 'active'", Object[].class)
                .getResultStream());
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
