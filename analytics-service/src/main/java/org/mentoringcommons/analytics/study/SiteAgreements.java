package org.mentoringcommons.analytics.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.tenancy.Tenant;

/** The agreements of institutions that releases of a study may name them with what their people gained. */
@ApplicationScoped
public class SiteAgreements {

    private final EntityManager database;

    SiteAgreements(EntityManager database) {
        this.database = database;
    }

    /** {@return the institutions that a release of now may name: they share with the study, and agreed to the words in force} */
    @SuppressWarnings("unchecked")
    public Set<String> agreeing(String study) {
        return Set.copyOf(database.createNativeQuery(
                        """
                        select a.institution from site_agreement a
                        join sharing s on s.study = a.study and s.institution = a.institution
                        where a.study = ?1 and a.withdrawn_at is null and a.text_version = ?2""",
                        String.class)
                .setParameter(1, study)
                .setParameter(2, SiteAgreementText.VERSION)
                .getResultList());
    }

    /** {@return false if the institution agreed to these words already; nothing is changed then} */
    boolean agree(String study, Tenant institution, String subject, Instant now) {
        database.createNativeQuery(
                        """
                        update site_agreement set withdrawn_by = ?3, withdrawn_at = ?4
                        where study = ?1 and institution = ?2 and withdrawn_at is null and text_version <> ?5""")
                .setParameter(1, study)
                .setParameter(2, institution.id())
                .setParameter(3, subject)
                .setParameter(4, now)
                .setParameter(5, SiteAgreementText.VERSION)
                .executeUpdate();
        return database.createNativeQuery(
                                """
                                insert into site_agreement (id, study, institution, text_version, agreed_by, agreed_at)
                                values (?1, ?2, ?3, ?4, ?5, ?6)
                                on conflict (study, institution) where withdrawn_at is null do nothing""")
                        .setParameter(1, UUID.randomUUID())
                        .setParameter(2, study)
                        .setParameter(3, institution.id())
                        .setParameter(4, SiteAgreementText.VERSION)
                        .setParameter(5, subject)
                        .setParameter(6, now)
                        .executeUpdate()
                == 1;
    }

    /** {@return false if there is nothing to withdraw} */
    boolean withdraw(String study, Tenant institution, String subject, Instant now) {
        return database.createNativeQuery(
                                """
                                update site_agreement set withdrawn_by = ?3, withdrawn_at = ?4
                                where study = ?1 and institution = ?2 and withdrawn_at is null""")
                        .setParameter(1, study)
                        .setParameter(2, institution.id())
                        .setParameter(3, subject)
                        .setParameter(4, now)
                        .executeUpdate()
                == 1;
    }

    Optional<SiteAgreementView> inForce(String study, Tenant institution) {
        return database.createNativeQuery(
                        """
                        select text_version, agreed_at, agreed_by from site_agreement
                        where study = ?1 and institution = ?2 and withdrawn_at is null""",
                        Tuple.class)
                .setParameter(1, study)
                .setParameter(2, institution.id())
                .getResultStream()
                .map(found -> view(study, institution, (Tuple) found))
                .findFirst();
    }

    private SiteAgreementView view(String study, Tenant institution, Tuple row) {
        return new SiteAgreementView(
                study,
                institution.id(),
                row.get(0, Integer.class),
                row.get(1, Instant.class),
                row.get(2, String.class),
                agreeing(study).contains(institution.id()));
    }
}
