package org.mentoringcommons.provisioning.platform;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.provisioning.idempotency.Attempt;
import org.mentoringcommons.provisioning.keycloak.Accounts;
import org.mentoringcommons.provisioning.keycloak.Refused;
import org.mentoringcommons.provisioning.person.NewPerson;
import org.mentoringcommons.provisioning.person.Newcomer;
import org.mentoringcommons.provisioning.person.People;
import org.mentoringcommons.provisioning.person.RefusedPerson;
import org.mentoringcommons.provisioning.reconciliation.AdvisoryLock;
import org.mentoringcommons.provisioning.reconciliation.DesiredState;
import org.mentoringcommons.provisioning.reconciliation.Reconciler;

/** All people with platform roles. */
@ApplicationScoped
public class PlatformMembers implements PanacheRepositoryBase<PlatformMember, String>, DesiredState {

    private final People people;
    private final Accounts accounts;
    private final Reconciler reconciler;
    private final AdvisoryLock lock;
    private final Attempt attempt;
    private final Clock clock;

    PlatformMembers(
            People people, Accounts accounts, Reconciler reconciler, AdvisoryLock lock, Attempt attempt, Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.reconciler = reconciler;
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
        return find("state = ?1 order by username", State.REQUESTED).stream()
                .map(member -> member.view().username())
                .toList();
    }

    @Override
    public void settle(String username) {
        findByIdOptional(username).filter(PlatformMember::isRequested).ifPresent(member -> {
            try {
                String subject = people.settle(username);
                accounts.grant(subject, member.roles());
                member.activate(subject);
            } catch (Refused refused) {
                member.refuse(RefusedPerson.because(refused));
                people.forgetUnlessWanted(username);
            }
        });
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
