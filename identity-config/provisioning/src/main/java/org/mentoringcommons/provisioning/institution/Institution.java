package org.mentoringcommons.provisioning.institution;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.mentoringcommons.exchange.Fact;
import org.mentoringcommons.provisioning.keycloak.Organizations;
import org.mentoringcommons.provisioning.revision.Revision;
import org.mentoringcommons.tenancy.Refusal;

/** An institution as it is wanted; to everybody else it is the organization that Keycloak has for it. */
@Entity
@Table(name = "institution")
class Institution {

    /** In the place of a fingerprint: survey-service has no account here any more. */
    static final String LET_GO = "";

    @Id
    private String alias;

    private String organization;
    private String name;
    private String hub;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String timeZone;

    @ElementCollection
    @CollectionTable(name = "institution_domain", joinColumns = @JoinColumn(name = "institution"))
    @Column(name = "domain")
    @Fetch(FetchMode.SUBSELECT)
    private Set<String> domains;

    /** All that Keycloak may have from us; those that are not wanted any more are taken away there. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> domainsMade;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant since;
    private String reason;
    private LocalDate retainedUntil;
    private Instant retiredAt;

    @Column(updatable = false)
    private Instant requestedAt;

    /** The version that Keycloak was last made equal to; written past Hibernate, since it makes no new version. */
    @Column(insertable = false, updatable = false)
    private Long settled;

    /** Fingerprint of the secret that survey-service's account here was given, or {@link #LET_GO}; written likewise. */
    @Column(insertable = false, updatable = false)
    private String rosterReader;

    @Version
    private long version;

    protected Institution() {}

    Institution(NewInstitution wanted, Instant now) {
        this.alias = wanted.alias();
        this.name = wanted.name();
        this.hub = wanted.hub();
        this.kind = wanted.kind();
        this.timeZone = wanted.timeZone();
        this.domains = new TreeSet<>(wanted.domains());
        this.domainsMade = List.copyOf(domains);
        this.state = State.REQUESTED;
        this.since = now;
        this.requestedAt = now;
    }

    /**
     * Takes on what its hub wants to be changed.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 if it is closed
     */
    void change(ChangedInstitution wanted) {
        requireOpen();
        name = wanted.name();
        kind = wanted.kind();
        timeZone = wanted.timeZone();
        if (!domains.equals(wanted.domains())) {
            domains.retainAll(wanted.domains());
            domains.addAll(wanted.domains());
            TreeSet<String> made = new TreeSet<>(domainsMade);
            made.addAll(domains);
            domainsMade = List.copyOf(made);
        }
    }

    /**
     * Belongs to another hub from now on.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 if it is closed
     */
    void moveTo(String newHub) {
        requireOpen();
        hub = newHub;
    }

    /**
     * Is not to work until it is reactivated; a suspended one stays as it is.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 if it is only requested, or closed
     */
    void suspend(String why, Instant now) {
        requireOpen();
        requireFounded();
        if (state != State.SUSPENDED) {
            become(State.SUSPENDED, why, now);
        }
    }

    /**
     * Works again; an active one stays as it is.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 if it is only requested, or closed
     */
    void reactivate(Instant now) {
        requireOpen();
        requireFounded();
        if (state != State.ACTIVE) {
            become(State.ACTIVE, null, now);
        }
    }

    /**
     * Is never to work again. A closed one may be kept longer or shorter, as long as it has not been retired.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if the last day is over, 409 if it is only requested or has been retired
     */
    void close(Closing closing, Instant now) {
        requireFounded();
        if (state == State.CLOSED && retainedUntil.equals(closing.retainedUntil())) {
            return;
        }
        if (retiredAt != null) {
            throw Refusal.conflict("institution-retired", "The institution's people and portals were let go already")
                    .problem();
        }
        if (closing.retainedUntil().isBefore(today(now))) {
            throw Refusal.badRequest("retention-over", "The retention would be over before it begins")
                    .violation("retainedUntil", "must be today or later")
                    .problem();
        }
        retainedUntil = closing.retainedUntil();
        if (state == State.CLOSED) {
            reason = closing.reason();
        } else {
            become(State.CLOSED, closing.reason(), now);
        }
    }

    /** Whether its retention is over and its people and portals are still there. */
    boolean isToRetire(Instant now) {
        return state == State.CLOSED && retiredAt == null && retainedUntil.isBefore(today(now));
    }

    /** Keeps its alias and its organization, so that nobody else ever gets them, and nothing else. */
    void retire(Instant now) {
        domains.clear();
        retiredAt = now;
    }

    private void become(State next, String why, Instant now) {
        state = next;
        reason = why;
        since = now;
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneId.of(timeZone));
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 if it is closed
     */
    void requireOpen() {
        if (state == State.CLOSED) {
            throw Refusal.conflict("institution-closed", "The institution is closed, for good")
                    .problem();
        }
    }

    private void requireFounded() {
        if (state == State.REQUESTED) {
            throw Refusal.conflict("institution-requested", "The institution is only requested yet")
                    .detail("It becomes active when Keycloak can be reached; ask again then.")
                    .problem();
        }
    }

    String alias() {
        return alias;
    }

    Revision revision() {
        return new Revision(version);
    }

    /** What its organization shall look like. */
    Organizations.Shape shape() {
        return new Organizations.Shape(
                alias,
                name,
                Set.copyOf(domains),
                Set.copyOf(domainsMade),
                state == State.REQUESTED || state == State.ACTIVE);
    }

    boolean isSettled() {
        return state != State.REQUESTED && settled != null && settled == version;
    }

    /**
     * Whether survey-service's account here has to be made, or made again.
     *
     * @param now fingerprint of the secret it shall have; null if that is not known, which is no reason
     */
    boolean needsRosterReader(String now) {
        return rosterReader == null || now != null && !now.equals(rosterReader);
    }

    boolean mayHaveRosterReader() {
        return !LET_GO.equals(rosterReader);
    }

    boolean isRetired() {
        return retiredAt != null;
    }

    Optional<String> organization() {
        return Optional.ofNullable(organization);
    }

    boolean isRequested() {
        return state == State.REQUESTED;
    }

    /** It has all it needs in this organization, which is its own for good. */
    void activate(String itsOrganization) {
        if (organization != null && !organization.equals(itsOrganization)) {
            throw new IllegalStateException("the organization of " + alias + " never changes");
        }
        organization = itsOrganization;
        state = State.ACTIVE;
    }

    /** What the others are told; only of one that has its organization, and after the change has got its version. */
    Fact fact() {
        return new InstitutionState(organization, alias, name, hub, kind, timeZone, state, isRetired() ? true : null)
                .atVersion(version);
    }

    InstitutionView view() {
        return new InstitutionView(
                organization,
                alias,
                name,
                hub,
                kind,
                timeZone,
                List.copyOf(new TreeSet<>(domains)),
                state,
                since,
                reason,
                retainedUntil,
                isSettled(),
                version);
    }
}
