package org.mentoringcommons.provisioning.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mentoringcommons.provisioning.idempotency.Attempt;
import org.mentoringcommons.provisioning.institution.Abandoned;
import org.mentoringcommons.provisioning.institution.Founded;
import org.mentoringcommons.provisioning.institution.Retired;
import org.mentoringcommons.provisioning.paging.Page;
import org.mentoringcommons.provisioning.person.Newcomer;
import org.mentoringcommons.provisioning.person.People;
import org.mentoringcommons.provisioning.reconciliation.AdvisoryLock;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** All memberships; whoever asks has made sure that the institution is within reach. */
@ApplicationScoped
@Transactional
class Memberships implements PanacheRepositoryBase<Membership, Membership.Id> {

    private static final Set<State> UNSETTLED = Set.of(State.REQUESTED, State.LEAVING);

    private final People people;
    private final AdvisoryLock lock;
    private final Attempt attempt;
    private final Clock clock;

    Memberships(People people, AdvisoryLock lock, Attempt attempt, Clock clock) {
        this.people = people;
        this.lock = lock;
        this.attempt = attempt;
        this.clock = clock;
    }

    void appointFirst(@Observes Founded founded) {
        want(founded.institution(), founded.administrator(), founded.newcomer(), Set.of(Roles.INSTITUTION_ADMIN));
    }

    void forget(@Observes Abandoned abandoned) {
        list("id.institution", abandoned.institution()).forEach(membership -> {
            deleteById(new Membership.Id(membership.institution(), membership.username()));
            people.forgetUnlessWanted(membership.username());
        });
    }

    void letGo(@Observes Retired retired) {
        list("id.institution", retired.institution()).forEach(Membership::leave);
    }

    void join(String institution, String username, Newcomer newcomer, Collection<String> roles) {
        if (attempt.hasWritten("member", institution + "/" + username)
                && findByIdOptional(new Membership.Id(institution, username)).isPresent()) {
            return;
        }
        want(institution, username, newcomer, roles);
    }

    private void want(String institution, String username, Newcomer newcomer, Collection<String> roles) {
        lock.take("institution/" + institution);
        people.expect(newcomer);
        Membership.Id id = new Membership.Id(institution, username);
        findByIdOptional(id)
                .ifPresentOrElse(
                        membership -> membership.join(roles),
                        () -> persist(new Membership(id, roles, clock.instant())));
    }

    void want(String institution, String username, Collection<String> roles) {
        present(institution, username).want(roles);
    }

    void leave(String institution, String username) {
        present(institution, username).leave();
    }

    /** What has become of a wish; one that Keycloak refused is forgotten, since its caller is told. */
    Optional<MemberView> outcome(String institution, String username) {
        Optional<Membership> membership = findByIdOptional(new Membership.Id(institution, username));
        membership.filter(wish -> wish.view().state() == State.REFUSED).ifPresent(this::delete);
        return membership.map(Membership::view);
    }

    Page<MemberView> of(String institution, String after, int limit) {
        List<Membership> memberships = find(
                        "id.institution = ?1 and id.username > ?2 order by id.username", institution, after)
                .page(0, limit + 1)
                .list();
        return Page.of(memberships, limit).map(Membership::view);
    }

    List<Membership> unsettled(String institution) {
        return list("id.institution = ?1 and state in ?2 order by id.username", institution, UNSETTLED);
    }

    List<String> unsettledInstitutions() {
        return find("state in ?1", UNSETTLED).stream()
                .map(Membership::institution)
                .distinct()
                .toList();
    }

    private Membership present(String institution, String username) {
        lock.take("institution/" + institution);
        return findByIdOptional(new Membership.Id(institution, username))
                .filter(membership -> !membership.isLeaving())
                .orElseThrow(() -> Refusal.notFound("member").problem());
    }
}
