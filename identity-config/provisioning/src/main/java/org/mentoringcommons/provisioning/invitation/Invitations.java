package org.mentoringcommons.provisioning.invitation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.provisioning.idempotency.Attempt;
import org.mentoringcommons.provisioning.institution.Institutions;
import org.mentoringcommons.provisioning.institution.Retired;
import org.mentoringcommons.provisioning.paging.Page;
import org.mentoringcommons.provisioning.reconciliation.AdvisoryLock;
import org.mentoringcommons.provisioning.reconciliation.DesiredState;
import org.mentoringcommons.provisioning.trail.InstitutionTrail;
import org.mentoringcommons.tenancy.Refusal;

/** All invitations; whoever asks has made sure that the institution is within reach. */
@ApplicationScoped
public class Invitations implements PanacheRepositoryBase<Invitation, UUID>, DesiredState {

    private static final Set<State> OPEN = Set.of(State.REQUESTED, State.SENT);
    /** So many at a time: a round of the schedule has other things to do. */
    private static final int AT_ONCE = 50;
    /** How long a mail server that took no mail is left alone. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Institutions institutions;
    private final Links links;
    private final Letters letters;
    private final InstitutionTrail trail;
    private final AdvisoryLock lock;
    private final Attempt attempt;
    private final Clock clock;
    private volatile Instant noMailBefore = Instant.MIN;

    Invitations(
            Institutions institutions,
            Links links,
            Letters letters,
            InstitutionTrail trail,
            AdvisoryLock lock,
            Attempt attempt,
            Clock clock) {
        this.institutions = institutions;
        this.links = links;
        this.letters = letters;
        this.trail = trail;
        this.lock = lock;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** Writes down that somebody is to be asked. */
    @Transactional
    UUID ask(String institution, NewInvitation wanted) {
        Optional<UUID> written = attempt.written("invitation").map(UUID::fromString);
        if (written.isPresent()) {
            return written.get();
        }
        lock.take("institution/" + institution);
        if (count(
                        "institution = ?1 and lower(email) = ?2 and state in ?3",
                        institution,
                        wanted.email().toLowerCase(Locale.ROOT),
                        OPEN)
                > 0) {
            throw Refusal.conflict("invitation-open", "This person is being asked already")
                    .violation("email", "has an open invitation; remind or withdraw it")
                    .problem();
        }
        Invitation invitation = new Invitation(institution, wanted, clock.instant());
        attempt.hasWritten("invitation", invitation.id().toString());
        persist(invitation);
        note("invitation.made", invitation);
        return invitation.id();
    }

    @Transactional
    void remind(String institution, UUID id) {
        Invitation invitation = present(institution, id);
        invitation.remind(clock.instant());
        note("invitation.repeated", invitation);
    }

    @Transactional
    void withdraw(String institution, UUID id) {
        Invitation invitation = present(institution, id);
        invitation.withdraw();
        note("invitation.withdrawn", invitation);
    }

    @Transactional
    InvitationView get(String institution, UUID id) {
        return present(institution, id).view();
    }

    @Transactional
    Page<InvitationView> of(String institution, UUID after, int limit) {
        List<Invitation> invitations = after == null
                ? find("institution = ?1 order by id", institution)
                        .page(0, limit + 1)
                        .list()
                : find("institution = ?1 and id > ?2 order by id", institution, after)
                        .page(0, limit + 1)
                        .list();
        return Page.of(invitations, limit).map(Invitation::view);
    }

    /** The open invitation that a link leads to. */
    Optional<Invitation> open(InvitationLink link) {
        return find("tokenDigest = ?1 and state = ?2", link.digest(), State.SENT)
                .firstResultOptional()
                .filter(invitation -> !invitation.isOver(clock.instant()));
    }

    /** In the transaction that makes the person a member. */
    void accepted(Invitation invitation, String subject) {
        invitation.accept();
        trail.record(
                invitation.institution(),
                Deed.of("invitation.accepted", "invitation", invitation.id().toString())
                        .detail("by " + subject));
    }

    void letGo(@Observes Retired retired) {
        list("institution = ?1 and state in ?2", retired.institution(), OPEN).forEach(Invitation::withdraw);
    }

    @Override
    public String kind() {
        return "invitation";
    }

    @Override
    @Transactional
    public List<String> unsettled() {
        Instant now = clock.instant();
        String unsent = now.isBefore(noMailBefore) ? "false" : "state = ?1";
        return find(
                        "(" + unsent + " or (state in ?2 and expiresAt <= ?3)) order by requestedAt",
                        State.REQUESTED,
                        OPEN,
                        now)
                .page(0, AT_ONCE)
                .stream()
                .map(invitation -> invitation.id().toString())
                .toList();
    }

    /** A crash after the mail and before the end leaves a mail with a dead link, and another goes out. */
    @Override
    public void settle(String key) {
        Invitation invitation = findById(UUID.fromString(key));
        Instant now = clock.instant();
        if (invitation.isOver(now)) {
            invitation.expire();
        } else if (invitation.isToBeSent()) {
            InvitationLink link = links.fresh();
            try {
                letters.send(
                        invitation,
                        link,
                        institutions.known(invitation.institution()).orElseThrow());
            } catch (IllegalStateException refused) {
                noMailBefore = now.plus(PAUSE);
                throw refused;
            }
            invitation.sent(link, now);
        }
    }

    private Invitation present(String institution, UUID id) {
        lock.take("institution/" + institution);
        return find("institution = ?1 and id = ?2", institution, id)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.notFound("invitation").problem());
    }

    private void note(String action, Invitation invitation) {
        trail.record(
                invitation.institution(),
                Deed.of(action, "invitation", invitation.id().toString())
                        .detail("roles: " + String.join(", ", invitation.roles())));
    }
}
