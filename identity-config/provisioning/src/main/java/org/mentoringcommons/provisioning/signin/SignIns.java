package org.mentoringcommons.provisioning.signin;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.provisioning.institution.Institutions;
import org.mentoringcommons.provisioning.institution.Retired;
import org.mentoringcommons.provisioning.keycloak.CampusLogin;
import org.mentoringcommons.provisioning.person.PasswordSeal;
import org.mentoringcommons.provisioning.reconciliation.AdvisoryLock;
import org.mentoringcommons.provisioning.trail.InstitutionTrail;
import org.mentoringcommons.tenancy.Refusal;

/** All campus logins; whoever asks has made sure that the institution is within reach. */
@ApplicationScoped
@Transactional
class SignIns implements PanacheRepositoryBase<SignIn, String> {

    private static final Set<State> UNSETTLED = Set.of(State.REQUESTED, State.LEAVING);

    private final Institutions institutions;
    private final Proposals proposals;
    private final PasswordSeal seal;
    private final InstitutionTrail trail;
    private final AdvisoryLock lock;
    private final Clock clock;
    private final String realm;

    SignIns(
            Institutions institutions,
            Proposals proposals,
            PasswordSeal seal,
            InstitutionTrail trail,
            AdvisoryLock lock,
            Clock clock,
            @ConfigProperty(name = "identity.realm-url") String realm) {
        this.institutions = institutions;
        this.proposals = proposals;
        this.seal = seal;
        this.trail = trail;
        this.lock = lock;
        this.clock = clock;
        this.realm = realm;
    }

    void want(String institution, WantedSignIn wanted, CampusLogin login, String ifMatch) {
        lock.take("institution/" + institution);
        requireOwn(institution, wanted.domain());
        SignIn signIn = findById(institution);
        if (signIn == null) {
            signIn = new SignIn(institution, clock.instant());
        } else {
            signIn.revision().requireMatch(ifMatch);
        }
        if (wanted.clientSecret() == null && signIn.needsSecretFor(wanted)) {
            throw Refusal.badRequest("secret-needed", "The campus login needs its secret")
                    .violation("clientSecret", "is needed for a new issuer or client")
                    .problem();
        }
        signIn.want(
                wanted,
                login,
                wanted.clientSecret() == null ? null : seal.seal(sealedFor(institution), wanted.clientSecret()),
                clock.instant());
        persist(signIn);
        proposals.deleteById(institution);
        note("sign-in.changed", signIn);
    }

    /**
     * Trusts what the campus announces, on an administrator's word; nothing happens if that is trusted already.
     *
     * @param digest of what was announced, so that nothing else is trusted that was announced meanwhile
     */
    void accept(String institution, String digest, String ifMatch) {
        lock.take("institution/" + institution);
        SignIn signIn = present(institution);
        signIn.revision().requireMatch(ifMatch);
        if (signIn.isBySaml() && signIn.held().digest().equals(digest)) {
            return;
        }
        Proposal proposal = proposals
                .findByIdOptional(institution)
                .filter(waiting -> waiting.metadata(signIn.issuer()).digest().equals(digest))
                .orElseThrow(() -> Refusal.conflict("proposal-changed", "The campus announces nothing of that name")
                        .detail("Look at the campus login again: it may have announced something else since.")
                        .violation("proposal", "is not what waits to be accepted")
                        .problem());
        signIn.take(proposal.metadata(signIn.issuer()));
        proposals.delete(proposal);
        trail.record(
                institution, Deed.of("sign-in.accepted", "sign-in", institution).detail("proposal: " + digest));
    }

    void leave(String institution, String ifMatch) {
        lock.take("institution/" + institution);
        SignIn signIn = present(institution);
        signIn.revision().requireMatch(ifMatch);
        signIn.leave();
        proposals.deleteById(institution);
        note("sign-in.removed", signIn);
    }

    void letGo(@Observes Retired retired) {
        findByIdOptional(retired.institution()).ifPresent(SignIn::leave);
    }

    SignInView get(String institution) {
        return view(present(institution));
    }

    Optional<SignInView> outcome(String institution) {
        return findByIdOptional(institution).map(this::view);
    }

    Optional<SignIn> unsettled(String institution) {
        return find("institution = ?1 and state in ?2", institution, UNSETTLED).firstResultOptional();
    }

    List<String> unsettledInstitutions() {
        return find("state in ?1", UNSETTLED).stream().map(SignIn::institution).toList();
    }

    /** The secret that Keycloak is to be given; empty if it cannot be read any more. */
    Optional<String> open(SignIn signIn) {
        return signIn.sealedSecret().flatMap(kept -> seal.open(sealedFor(signIn.institution()), kept));
    }

    private void requireOwn(String institution, String domain) {
        SortedSet<String> own = new TreeSet<>(institutions.open(institution).domains());
        if (!own.contains(domain)) {
            throw Refusal.badRequest("domain-not-own", "The domain is not the institution's")
                    .violation("domain", "must be one of the institution's: " + String.join(", ", own))
                    .problem();
        }
    }

    private static String sealedFor(String institution) {
        return "sign-in of " + institution;
    }

    /** The domain whose addresses lead to a campus, if any do. */
    Optional<String> domain(String institution) {
        return findByIdOptional(institution)
                .filter(signIn -> !signIn.isLeaving())
                .map(SignIn::domain);
    }

    private SignIn present(String institution) {
        return findByIdOptional(institution)
                .filter(signIn -> !signIn.isLeaving())
                .orElseThrow(() -> Refusal.notFound("sign-in").problem());
    }

    private SignInView view(SignIn signIn) {
        return signIn.view(realm, proposals.findById(signIn.institution()));
    }

    private void note(String action, SignIn signIn) {
        trail.record(
                signIn.institution(),
                Deed.of(action, "sign-in", signIn.institution())
                        .detail("newcomers: " + signIn.newcomers().orElse("none")));
    }
}
