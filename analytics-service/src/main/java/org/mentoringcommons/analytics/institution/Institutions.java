package org.mentoringcommons.analytics.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mentoringcommons.tenancy.RegistryCopy;
import org.mentoringcommons.tenancy.Standing;
import org.mentoringcommons.tenancy.Tenant;

/** The institutions known so far. */
@ApplicationScoped
public class Institutions implements RegistryCopy {

    private final EntityManager database;

    Institutions(EntityManager database) {
        this.database = database;
    }

    /** {@return where each known institution reads its calendar, by its id} */
    public Map<String, ZoneId> timeZones() {
        return database.createQuery("from Institution", Institution.class)
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(Institution::id, Institution::timeZone));
    }

    @Override
    public Map<Tenant, Standing> notActive() {
        return RegistryCopy.ofRows(database.createQuery(
                        "select i.id, i.state from Institution i where i.state <> 'active'", Object[].class)
                .getResultStream());
    }

    Optional<Institution> find(String id) {
        return Optional.ofNullable(database.find(Institution.class, id));
    }

    void add(Institution institution) {
        database.persist(institution);
    }

    void remove(Institution institution) {
        database.remove(institution);
    }

    /** {@return the alias of each known institution, by its id} */
    public Map<String, String> aliases() {
        return database.createQuery("from Institution", Institution.class)
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(Institution::id, Institution::alias));
    }

    /** {@return what the registry says of each known institution, by its id} */
    public Map<String, Registered> registered() {
        return database.createQuery("from Institution", Institution.class)
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(Institution::id, Institution::registered));
    }
}
