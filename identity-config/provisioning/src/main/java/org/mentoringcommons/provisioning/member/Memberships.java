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
import java.util.TreeSet;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.provisioning.idempotency.Attempt;
import org.mentoringcommons.provisioning.institution.Abandoned;
import org.mentoringcommons.provisioning.institution.Founded;
import org.mentoringcommons.provisioning.institution.Retired;
import org.mentoringcommons.provisioning.paging.Page;
import org.mentoringcommons.provisioning.person.Newcomer;
import org.mentoringcommons.provisioning.person.People;
import org.mentoringcommons.provisioning.reconciliation.AdvisoryLock;
import org.mentoringcommons.provisioning.trail.InstitutionTrail;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** All memberships; whoever asks has made sure that the institution is within reach. */
@ApplicationScoped
@Transactional
public class Memberships implements PanacheRepositoryBase<Membership, Membership.Id> {

    private static final Set<State> UNSETTLED = Set.of(State.REQUESTED, State.LEAVING);

    private static final String HAS_ELSEWHERE =
            """
            select exists (select from membership where subject = :subject and institution <> :institution)
                or exists (select from platform_member where subject = :subject)""";

    private final People people;
    private final InstitutionTrail trail;
    private final AdvisoryLock lock;
    private final Attempt attempt;
    private final Clock clock;

    Memberships(People people, InstitutionTrail trail, AdvisoryLock lock, Attempt attempt, Clock clock) {
        this.people = people;
        this.trail = trail;
        this.lock = lock;
        this.attempt = attempt;
        this.clock = clock;
    }

    void appointFirst(@Observes Founded founded) {
        want(founded.institution(), founded.administrator(), founded.newcomer(), Set.of(Roles.INSTITUTION_ADMIN), true);
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

    void join(String institution, String username, Newcomer newcomer, Collection<String> roles, boolean vouched) {
        if (attempt.hasWritten("member", institution + "/" + username)
                && findByIdOptional(new Membership.Id(institution, username)).isPresent()) {
            return;
        }
        want(institution, username, newcomer, roles, vouched);
    }

    private void want(
            String institution, String username, Newcomer newcomer, Collection<String> roles, boolean vouched) {
        lock.take("institution/" + institution);
        people.expect(newcomer);
        Membership.Id id = new Membership.Id(institution, username);
        Membership membership = findById(id);
        if (membership == null) {
            membership = new Membership(id, roles, vouched, clock.instant());
            persist(membership);
        } else {
            membership.join(roles, vouched);
        }
        note("member.wanted", membership);
    }

    /**
     * Somebody who has confirmed by mail that they want to belong here, and does by now; what they held before they keep.
     */
    public void confirmed(String institution, String username, String subject, Collection<String> roles) {
        Membership.Id id = new Membership.Id(institution, username);
        Membership membership = findById(id);
        if (membership == null) {
            membership = new Membership(id, roles, true, clock.instant());
            persist(membership);
        } else {
            membership.want(roles);
        }
        membership.activate(subject);
        note("member.joined", membership);
    }

    /** Somebody whom the institution's campus login has brought; who is known already stays as they are. */
    public void arrived(String institution, String username, String subject, Collection<String> roles) {
        if (findById(new Membership.Id(institution, username)) == null) {
            confirmed(institution, username, subject, roles);
        }
    }

    /** All roles a person holds here who confirms an invitation to these. */
    public Set<String> withThoseHeld(String institution, String username, Collection<String> invited) {
        Set<String> all = new TreeSet<>(invited);
        findByIdOptional(new Membership.Id(institution, username))
                .filter(membership -> !membership.isLeaving())
                .ifPresent(membership -> all.addAll(membership.roles()));
        return all;
    }

    void activate(Membership membership, String subject) {
        boolean unknown = membership.subject().isEmpty();
        membership.activate(subject);
        if (unknown) {
            trail.record(
                    membership.institution(), deed("member.joined", membership).detail("as " + membership.key()));
        }
    }

    /** Whether the person's account is needed for something besides this membership. */
    boolean hasElsewhere(String subject, Membership membership) {
        return (boolean) getEntityManager()
                .createNativeQuery(HAS_ELSEWHERE)
                .setParameter("subject", subject)
                .setParameter("institution", membership.institution())
                .getSingleResult();
    }

    /**
     * Wants exactly these roles of a member.
     *
     * @param mayBeTheLast whether the caller may leave the institution without an administrator
     */
    void want(String institution, String username, Collection<String> roles, String ifMatch, boolean mayBeTheLast) {
        Membership membership = present(institution, username, ifMatch);
        if (!roles.contains(Roles.INSTITUTION_ADMIN) && !mayBeTheLast) {
            requireAnotherThan(membership);
        }
        if (!membership.roles().equals(List.copyOf(new TreeSet<>(roles)))) {
            membership.want(roles);
            note("member.roles-changed", membership);
        }
    }

    /** Ends a membership; for {@code mayBeTheLast} see {@link #want}. */
    void leave(String institution, String username, String ifMatch, boolean mayBeTheLast) {
        Membership membership = present(institution, username, ifMatch);
        if (!mayBeTheLast) {
            requireAnotherThan(membership);
        }
        membership.leave();
        note("member.removed", membership);
    }

    MemberView get(String institution, String username) {
        return findByIdOptional(new Membership.Id(institution, username))
                .orElseThrow(() -> Refusal.notFound("member").problem())
                .view();
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

    private Membership present(String institution, String username, String ifMatch) {
        lock.take("institution/" + institution);
        Membership membership = findByIdOptional(new Membership.Id(institution, username))
                .filter(member -> !member.isLeaving())
                .orElseThrow(() -> Refusal.notFound("member").problem());
        membership.revision().requireMatch(ifMatch);
        return membership;
    }

    /** The institution keeps an administrator; under its lock, so that two do not remove each other. */
    private void requireAnotherThan(Membership membership) {
        if (membership.administers()
                && list("id.institution = ?1 and id.username <> ?2", membership.institution(), membership.username())
                        .stream()
                        .noneMatch(Membership::administers)) {
            throw Refusal.conflict("last-administrator", "The institution would have no administrator")
                    .detail("Appoint another first, or ask your hub's administrator.")
                    .violation("username", membership.username() + " is the last institution-admin")
                    .problem();
        }
    }

    private void note(String action, Membership membership) {
        trail.record(
                membership.institution(),
                deed(action, membership).detail("roles: " + String.join(", ", membership.roles())));
    }

    private static Deed deed(String action, Membership membership) {
        return Deed.of(action, "member", membership.person());
    }
}
