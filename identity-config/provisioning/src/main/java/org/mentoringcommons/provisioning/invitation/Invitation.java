package org.mentoringcommons.provisioning.invitation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.mentoringcommons.tenancy.Refusal;

/** That somebody is asked to join an institution. Their address goes with the last need for it. */
@Entity
@Table(name = "invitation")
class Invitation {

    private static final Set<State> OPEN = Set.of(State.REQUESTED, State.SENT);
    private static final Duration GOOD_FOR = Duration.ofDays(14);
    /** Nobody's mailbox is filled by somebody's impatience. */
    private static final Duration BETWEEN_MAILS = Duration.ofMinutes(10);

    @Id
    private UUID id;

    private String institution;
    private String email;
    private String firstName;
    private String lastName;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    @Enumerated(EnumType.STRING)
    private State state;

    private byte[] tokenDigest;
    private Instant requestedAt;
    private Instant sentAt;
    private Instant expiresAt;

    @Version
    private long version;

    protected Invitation() {}

    Invitation(String institution, NewInvitation wanted, Instant now) {
        this.id = UUID.randomUUID();
        this.institution = institution;
        this.email = wanted.email();
        this.firstName = wanted.firstName();
        this.lastName = wanted.lastName();
        this.roles = List.copyOf(new TreeSet<>(wanted.roles()));
        this.requestedAt = now;
        ask(now);
    }

    /** Is asked once more, by a mail with another link; the link before is good no more. */
    void remind(Instant now) {
        requireOpen();
        if (sentAt != null && now.isBefore(sentAt.plus(BETWEEN_MAILS))) {
            throw Refusal.conflict("reminded-lately", "A mail went out a moment ago")
                    .detail("Another can go out ten minutes after it.")
                    .problem();
        }
        ask(now);
    }

    private void ask(Instant now) {
        state = State.REQUESTED;
        tokenDigest = null;
        expiresAt = now.plus(GOOD_FOR);
    }

    void sent(InvitationLink link, Instant now) {
        tokenDigest = link.digest();
        sentAt = now;
        state = State.SENT;
    }

    void accept() {
        end(State.ACCEPTED);
    }

    void withdraw() {
        requireOpen();
        end(State.WITHDRAWN);
    }

    void expire() {
        end(State.EXPIRED);
    }

    private void end(State last) {
        state = last;
        email = null;
        firstName = null;
        lastName = null;
        tokenDigest = null;
    }

    private void requireOpen() {
        if (!OPEN.contains(state)) {
            throw Refusal.conflict("invitation-over", "The invitation is accepted, withdrawn or expired")
                    .problem();
        }
    }

    boolean isToBeSent() {
        return state == State.REQUESTED;
    }

    boolean isOver(Instant now) {
        return OPEN.contains(state) && !now.isBefore(expiresAt);
    }

    UUID id() {
        return id;
    }

    String institution() {
        return institution;
    }

    String email() {
        return email;
    }

    String firstName() {
        return firstName;
    }

    String lastName() {
        return lastName;
    }

    List<String> roles() {
        return List.copyOf(roles);
    }

    Instant expiresAt() {
        return expiresAt;
    }

    InvitationView view() {
        return new InvitationView(id, email, roles(), state, requestedAt, sentAt, expiresAt);
    }
}
