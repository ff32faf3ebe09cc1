package org.mentoringcommons.provisioning.platform;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.provisioning.idempotency.Attempt;
import org.mentoringcommons.provisioning.keycloak.Accounts;
import org.mentoringcommons.provisioning.keycloak.Refused;
import org.mentoringcommons.provisioning.paging.Page;
import org.mentoringcommons.provisioning.person.NewPerson;
import org.mentoringcommons.provisioning.person.Newcomer;
import org.mentoringcommons.provisioning.person.People;
import org.mentoringcommons.provisioning.person.RefusedPerson;
import org.mentoringcommons.provisioning.reconciliation.AdvisoryLock;
import org.mentoringcommons.provisioning.reconciliation.DesiredState;
import org.mentoringcommons.provisioning.reconciliation.Reconciler;
import org.mentoringcommons.tenancy.Refusal;

/** All people with platform roles. */
@ApplicationScoped
public class PlatformMembers implements PanacheRepositoryBase<PlatformMember, String>, DesiredState {

    private final People people;
    private final Accounts accounts;
    private final Reconciler reconciler;
    private final AuditTrail trail;
    private final AdvisoryLock lock;
    private final Attempt attempt;
    private final Clock clock;

    PlatformMembers(
            People people,
            Accounts accounts,
            Reconciler reconciler,
            AuditTrail trail,
            AdvisoryLock lock,
            Attempt attempt,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.reconciler = reconciler;
        this.trail = trail;
        this.lock = lock;
        this.attempt = attempt;
        this.clock = clock;
    }

    /**
     * Gives a person platform roles besides those they hold.
     *
     * @param hub which hub they shall administer, or null
     * @return as far as it came: requested if Keycloak is away
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if the person cannot be had; nothing is left of the wish then
     */
    public PlatformMemberView appoint(NewPerson person, Collection<String> roles, String hub) {
        Newcomer newcomer = people.newcomer(person, "");
        QuarkusTransaction.requiringNew().run(() -> want(person.username(), newcomer, roles, hub));
        reconciler.settle(this, person.username());
        PlatformMemberView outcome = QuarkusTransaction.requiringNew().call(() -> outcome(person.username()));
        if (outcome.refusal() != null) {
            throw outcome.refusal().problem("");
        }
        return outcome;
    }

    /**
     * Gives a person exactly these roles besides that of a hub's administrator.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if they hold none, 412 if they have changed since they were read
     */
    PlatformMemberView change(String username, Collection<String> roles, String ifMatch) {
        return changed(username, ifMatch, "platform-member.roles-changed", member -> member.change(roles))
                .orElseThrow();
    }

    /**
     * Takes all platform roles from a person; a hub's administrator administers it no more from this moment.
     *
     * @return empty if it is done; else as far as it came
     */
    Optional<PlatformMemberView> dismiss(String username, String ifMatch) {
        return changed(username, ifMatch, "platform-member.dismissed", PlatformMember::dismiss);
    }

    /**
     * Ends a person's administration of a hub from this moment; other platform roles stay.
     *
     * @return false if Keycloak is still to hear of it
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if they do not administer this hub
     */
    public boolean dismissFrom(String hub, String username, String ifMatch) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (!present(username).administers(hub)) {
                throw Refusal.notFound("administrator").problem();
            }
        });
        return changed(username, ifMatch, "hub-administrator.dismissed", PlatformMember::dismissFromHub)
                .filter(member -> member.state() != State.ACTIVE)
                .isEmpty();
    }

    /** Everybody with platform roles, in the order of their user names. */
    @Transactional
    Page<PlatformMemberView> all(String after, int limit) {
        return Page.of(
                        find("username > ?1 order by username", after)
                                .page(0, limit + 1)
                                .list(),
                        limit)
                .map(PlatformMember::view);
    }

    /** Who administers a hub, in the order of their user names. */
    @Transactional
    public Page<PlatformMemberView> administratorsOf(String hub, String after, int limit) {
        return Page.of(
                        find("hub = ?1 and username > ?2 order by username", hub, after)
                                .page(0, limit + 1)
                                .list(),
                        limit)
                .map(PlatformMember::view);
    }

    @Transactional
    PlatformMemberView get(String username) {
        return findByIdOptional(username)
                .orElseThrow(() -> Refusal.notFound("platform-member").problem())
                .view();
    }

    /** The hub a person administers, by the id their token carries. */
    @Transactional
    public Optional<String> hubOf(String subject) {
        return find("subject = ?1 and hub is not null", subject)
                .project(HubOnly.class)
                .firstResultOptional()
                .map(HubOnly::hub);
    }

    record HubOnly(String hub) {}

    @Override
    public String kind() {
        return "platform-member";
    }

    @Override
    @Transactional
    public List<String> unsettled() {
        return find("state in ?1 order by username", List.of(State.REQUESTED, State.LEAVING)).stream()
                .map(member -> member.view().username())
                .toList();
    }

    @Override
    public void settle(String username) {
        findByIdOptional(username).filter(PlatformMember::isUnsettled).ifPresent(member -> {
            if (member.isLeaving()) {
                end(member);
                return;
            }
            try {
                String subject = people.settle(username, true);
                accounts.revoke(subject, member.rolesToTake());
                accounts.grant(subject, member.roles());
                member.activate(subject);
            } catch (Refused refused) {
                member.refuse(RefusedPerson.because(refused));
                people.forgetUnlessWanted(username);
            }
        });
    }

    private void end(PlatformMember member) {
        member.subject()
                .or(() -> accounts.find(member.username()))
                .ifPresent(subject -> accounts.revoke(subject, member.rolesToTake()));
        delete(member);
        people.forgetUnlessWanted(member.username());
    }

    /** Somebody whose roles change: settled at once if Keycloak is there; empty if nothing is left of them. */
    private Optional<PlatformMemberView> changed(
            String username, String ifMatch, String action, Consumer<PlatformMember> change) {
        QuarkusTransaction.requiringNew().run(() -> {
            PlatformMember member = present(username);
            member.revision().requireMatch(ifMatch);
            Optional<String> hub = member.hub();
            change.accept(member);
            note(action, member, hub);
        });
        reconciler.settle(this, username);
        return QuarkusTransaction.requiringNew()
                .call(() -> findByIdOptional(username).map(PlatformMember::view));
    }

    private PlatformMember present(String username) {
        lock.take(kind() + "/" + username);
        return findByIdOptional(username)
                .filter(member -> !member.isLeaving() && member.view().state() != State.REFUSED)
                .orElseThrow(() -> Refusal.notFound("platform-member").problem());
    }

    private void note(String action, PlatformMember member, Optional<String> hub) {
        trail.record(Deed.of(action, "platform-member", member.person())
                .hub(hub.orElse(null))
                .detail("roles: " + String.join(", ", member.roles())));
    }

    private void want(String username, Newcomer newcomer, Collection<String> roles, String hub) {
        lock.take(kind() + "/" + username);
        PlatformMember member = findById(username);
        if (attempt.hasWritten(kind(), username) && member != null) {
            return;
        }
        people.expect(newcomer);
        if (member == null) {
            member = new PlatformMember(username, clock.instant());
            member.appoint(roles, hub);
            persist(member);
        } else {
            member.appoint(roles, hub);
        }
        note(
                hub == null ? "platform-member.appointed" : "hub-administrator.appointed",
                member,
                Optional.ofNullable(hub));
    }

    private PlatformMemberView outcome(String username) {
        PlatformMember member = findById(username);
        PlatformMemberView view = member.view();
        if (view.refusal() != null && member.holdsNothing()) {
            delete(member);
        } else if (view.refusal() != null) {
            member.forgetRefusal();
        }
        return view;
    }
}
