package org.mentoringcommons.analytics.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The texts institutions agree to when they join a study, in versions that never change. The newest is in force. */
@ApplicationScoped
class AgreementTexts {

    private final EntityManager database;

    AgreementTexts(EntityManager database) {
        this.database = database;
    }

    /** Publishes the next version of a locked study's text; its first is material whatever is said. */
    AgreementTextView publish(String study, String text, boolean material, String subject, Instant now) {
        int version = inForce(study).map(AgreementTextView::version).orElse(0) + 1;
        AgreementTextView published = new AgreementTextView(version, text, material || version == 1, subject, now);
        database.createNativeQuery("insert into agreement_text values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, study)
                .setParameter(2, published.version())
                .setParameter(3, published.text())
                .setParameter(4, published.material())
                .setParameter(5, published.publishedBy())
                .setParameter(6, published.publishedAt())
                .executeUpdate();
        return published;
    }

    Optional<AgreementTextView> inForce(String study) {
        return database.createNativeQuery(
                        """
                        select version, text, material, published_by, published_at from agreement_text
                        where study = ?1 order by version desc limit 1""",
                        Tuple.class)
                .setParameter(1, study)
                .getResultStream()
                .map(row -> view((Tuple) row))
                .findFirst();
    }

    List<AgreementTextView> after(String study, int version, int limit) {
        return database.createNativeQuery(
                        """
                        select version, text, material, published_by, published_at from agreement_text
                        where study = ?1 and version > ?2 order by version""",
                        Tuple.class)
                .setParameter(1, study)
                .setParameter(2, version)
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(row -> view((Tuple) row))
                .toList();
    }

    private static AgreementTextView view(Tuple row) {
        return new AgreementTextView(
                row.get(0, Integer.class),
                row.get(1, String.class),
                row.get(2, Boolean.class),
                row.get(3, String.class),
                row.get(4, Instant.class));
    }
}
