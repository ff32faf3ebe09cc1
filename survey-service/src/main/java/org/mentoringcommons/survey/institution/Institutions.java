package org.mentoringcommons.survey.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.tenancy.RegistryCopy;
import org.mentoringcommons.tenancy.Standing;
import org.mentoringcommons.tenancy.Tenant;

/** All institutions heard of. */
@ApplicationScoped
public class Institutions implements RegistryCopy {

    private final EntityManager database;

    Institutions(EntityManager database) {
        this.database = database;
    }

    public Optional<Institution> find(Tenant tenant) {
        return Optional.ofNullable(database.find(Institution.class, tenant.id()));
    }

    @Override
    public Map<Tenant, Standing> notActive() {
        return RegistryCopy.ofRows(database.createQuery(
                        "select i.id, i.state from Institution i where i.state <> 'active'", Object[].class)
                .getResultStream());
    }

    void record(Tenant tenant, String alias, String name, ZoneId timeZone, String state) {
        Institution institution = find(tenant).orElseGet(() -> new Institution(tenant.id()));
        institution.isNow(alias, name, timeZone, state);
        database.persist(institution);
    }
}
