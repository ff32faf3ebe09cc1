package org.mentoringcommons.provisioning.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.provisioning.reconciliation.AdvisoryLock;
import org.mentoringcommons.provisioning.trail.InstitutionTrail;

/** Campus logins whose metadata can be read again. That they were is no change, so it makes no new revision. */
@ApplicationScoped
@Transactional
class RenewableSignIns {

    private static final String CLAIM =
            """
            with claimed as (
              update sign_in set metadata_read_at = :now where institution = (
                select institution from sign_in
                where metadata_url is not null and state = 'ACTIVE' and metadata_read_at < :before
                order by metadata_read_at limit 1 for update skip locked)
              returning institution, issuer, metadata_url)
            select institution, issuer, metadata_url from claimed""";

    private static final String NOTE =
            """
            update sign_in set metadata_problem = :problem
            where institution = :institution and metadata_url = :metadataUrl""";

    private static final String DOUBT = "announces none of the certificates known before: if they are the campus's own,"
            + " an administrator has to set the campus login again";

    private final SignIns signIns;
    private final AdvisoryLock lock;
    private final InstitutionTrail trail;
    private final EntityManager database;

    RenewableSignIns(SignIns signIns, AdvisoryLock lock, InstitutionTrail trail, EntityManager database) {
        this.signIns = signIns;
        this.lock = lock;
        this.trail = trail;
        this.database = database;
    }

    /** A campus login whose metadata are to be read, from where, and what it called itself. */
    record Due(String institution, String issuer, String metadataUrl) {}

    /** The one read longest ago, if it is long enough; nobody else gets it for as long, whatever becomes of this try. */
    @SuppressWarnings("unchecked")
    Optional<Due> claim(Instant now, Duration age) {
        return ((List<Object[]>) database.createNativeQuery(CLAIM, Object[].class)
                        .setParameter("now", Timestamp.from(now))
                        .setParameter("before", Timestamp.from(now.minus(age)))
                        .getResultList())
                .stream()
                        .map(row -> new Due((String) row[0], (String) row[1], (String) row[2]))
                        .findFirst();
    }

    void unreadable(Due due, String why) {
        note(due, why);
    }

    /**
     * Takes over what the campus says now, unless somebody wrote the campus login meanwhile.
     *
     * @return whether Keycloak has to be told
     */
    boolean renew(Due due, SamlMetadata metadata) {
        lock.take("institution/" + due.institution());
        note(due, null);
        SignIn signIn = signIns.findById(due.institution());
        SignIn.Renewal renewal = signIn == null ? SignIn.Renewal.NOTHING : signIn.renew(due.metadataUrl(), metadata);
        switch (renewal) {
            case NOTHING -> {}
            case DOUBTED -> note(due, DOUBT);
            case TAKEN_OVER ->
                trail.record(
                        signIn.institution(),
                        Deed.of("sign-in.renewed", "sign-in", signIn.institution())
                                .detail("certificates: "
                                        + metadata.certificates().size()));
        }
        return renewal == SignIn.Renewal.TAKEN_OVER;
    }

    private void note(Due due, String problem) {
        database.createNativeQuery(NOTE)
                .setParameter("institution", due.institution())
                .setParameter("metadataUrl", due.metadataUrl())
                .setParameter("problem", problem)
                .executeUpdate();
    }
}
