package org.mentoringcommons.provisioning.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
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
              returning institution, issuer, metadata_url, certificates)
            select institution, issuer, metadata_url, array_to_string(certificates, ',') from claimed""";

    private static final String NOTE =
            """
            update sign_in set metadata_problem = :problem
            where institution = :institution and metadata_url = :metadataUrl""";

    private static final String DOUBT =
            "announces something else, and is not signed by a key known before: if the campus"
                    + " says so itself, an administrator has to accept it";

    private final SignIns signIns;
    private final Proposals proposals;
    private final AdvisoryLock lock;
    private final InstitutionTrail trail;
    private final EntityManager database;
    private final Clock clock;

    RenewableSignIns(
            SignIns signIns,
            Proposals proposals,
            AdvisoryLock lock,
            InstitutionTrail trail,
            EntityManager database,
            Clock clock) {
        this.signIns = signIns;
        this.proposals = proposals;
        this.clock = clock;
        this.lock = lock;
        this.trail = trail;
        this.database = database;
    }

    /** A campus login whose metadata are to be read, from where, and what it called itself and could sign with. */
    record Due(String institution, String issuer, String metadataUrl, List<String> certificates) {}

    /** The one read longest ago, if it is long enough; nobody else gets it for as long, whatever becomes of this try. */
    @SuppressWarnings("unchecked")
    Optional<Due> claim(Instant now, Duration age) {
        return ((List<Object[]>) database.createNativeQuery(CLAIM, Object[].class)
                        .setParameter("now", Timestamp.from(now))
                        .setParameter("before", Timestamp.from(now.minus(age)))
                        .getResultList())
                .stream()
                        .map(row -> new Due(
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                List.of(((String) row[3]).split(","))))
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
    boolean renew(Due due, Announced announced) {
        lock.take("institution/" + due.institution());
        note(due, null);
        SignIn signIn = signIns.findById(due.institution());
        SignIn.Renewal renewal = signIn == null ? SignIn.Renewal.NOTHING : signIn.renew(due.metadataUrl(), announced);
        switch (renewal) {
            case NOTHING -> withdrawn(due, announced.metadata(), signIn);
            case DOUBTED -> {
                note(due, DOUBT);
                propose(due, announced.metadata());
            }
            case TAKEN_OVER -> {
                proposals.deleteById(due.institution());
                record("sign-in.renewed", due, announced.metadata());
            }
        }
        return renewal == SignIn.Renewal.TAKEN_OVER;
    }

    /** The campus is back at what it said before. */
    private void withdrawn(Due due, SamlMetadata metadata, SignIn signIn) {
        if (signIn != null && signIn.isHeld(metadata)) {
            proposals.deleteById(due.institution());
        }
    }

    private void propose(Due due, SamlMetadata metadata) {
        Proposal known = proposals.findById(due.institution());
        if (known == null || !known.metadata(due.issuer()).digest().equals(metadata.digest())) {
            Proposal proposal = known == null ? new Proposal(due.institution()) : known;
            proposal.announce(metadata, clock.instant());
            proposals.persist(proposal);
            record("sign-in.proposed", due, metadata);
        }
    }

    private void record(String action, Due due, SamlMetadata metadata) {
        trail.record(
                due.institution(),
                Deed.of(action, "sign-in", due.institution())
                        .detail("certificates: " + metadata.certificates().size()));
    }

    private void note(Due due, String problem) {
        database.createNativeQuery(NOTE)
                .setParameter("institution", due.institution())
                .setParameter("metadataUrl", due.metadataUrl())
                .setParameter("problem", problem)
                .executeUpdate();
    }
}
