package org.mentoringcommons.survey.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.Optional;
import org.mentoringcommons.tenancy.Tenant;

/** All institutions heard of. */
@ApplicationScoped
public class Institutions {

    private final EntityManager database;

    Institutions(EntityManager database) {
        this.database = database;
    }

    public Optional<Institution> find(Tenant tenant) {
        return Optional.ofNullable(database.find(Institution.class, tenant.id()));
    }

    void record(Tenant tenant, String alias, String name, ZoneId timeZone) {
        Institution institution = find(tenant).orElseGet(() -> new Institution(tenant.id()));
        institution.isNow(alias, name, timeZone);
        database.persist(institution);
    }
}
