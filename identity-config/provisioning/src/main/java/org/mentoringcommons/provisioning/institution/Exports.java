package org.mentoringcommons.provisioning.institution;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.TenantTransaction;

/** Gathers what the registry holds of an institution. */
@ApplicationScoped
class Exports {

    private static final String DEEDS =
            """
            select json_build_object('time', at, 'subject', subject, 'client', client, 'action', action, 'thing', thing,
                                     'thingId', key, 'hub', hub, 'detail', detail, 'reason', reason) as deed
            from deed where institution = :institution and tenant is null order by id""";

    private final Institutions institutions;
    private final List<ExportedPart> parts;
    private final TenantTransaction transaction;
    private final AuditTrail trail;
    private final EntityManager database;
    private final Clock clock;

    Exports(
            Institutions institutions,
            @All List<ExportedPart> parts,
            TenantTransaction transaction,
            AuditTrail trail,
            EntityManager database,
            Clock clock) {
        this.institutions = institutions;
        this.parts = parts;
        this.transaction = transaction;
        this.trail = trail;
        this.database = database;
        this.clock = clock;
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is no such institution within the caller's reach
     */
    @Transactional
    InstitutionExport of(String alias) {
        InstitutionView institution = institutions.get(alias);
        trail.record(Deed.of("institution.exported", "institution", alias)
                .institution(alias)
                .hub(institution.hub()));
        Map<String, List<?>> gathered = new TreeMap<>();
        parts.forEach(part -> gathered.put(part.name(), part.of(alias)));
        // the platform's deeds are hidden from whoever is bound to an institution, as its administrator is
        gathered.put("deeds", transaction.call(null, () -> deeds(alias)));
        return new InstitutionExport(clock.instant(), institution, gathered);
    }

    @SuppressWarnings("unchecked")
    private List<RawJson> deeds(String alias) {
        return ((List<String>) database.createNativeQuery("select deed::text from (" + DEEDS + ") deeds", String.class)
                        .setParameter("institution", alias)
                        .getResultList())
                .stream().map(RawJson::new).toList();
    }
}
