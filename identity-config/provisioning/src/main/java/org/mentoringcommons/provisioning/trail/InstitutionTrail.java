package org.mentoringcommons.provisioning.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;

/** Where it is noted what was done at an institution, for it and for the hub it belongs to at the time. */
@ApplicationScoped
public class InstitutionTrail {

    private final AuditTrail trail;
    private final EntityManager database;

    InstitutionTrail(AuditTrail trail, EntityManager database) {
        this.trail = trail;
        this.database = database;
    }

    /**
     * Appends within the current transaction.
     *
     * @param institution alias of one that is written down already
     */
    public void record(String institution, Deed deed) {
        String hub = (String) database.createNativeQuery("select hub from institution where alias = :alias")
                .setParameter("alias", institution)
                .getSingleResult();
        trail.record(deed.institution(institution).hub(hub));
    }
}
