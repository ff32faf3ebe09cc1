package org.mentoringcommons.analytics.release;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.analytics.cube.Method;

/**
 * A release that is being worked on, until it is frozen. What an instance computes for it is written by {@link Leases};
 * what people do to it is here.
 */
@Entity
@Table(name = "release_draft")
class Draft {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String study;

    @Column(name = "study_version", updatable = false)
    private int studyVersion;

    @Column(updatable = false)
    private String purpose;

    @Convert(converter = StateColumn.class)
    private State state;

    @Version
    private long revision;

    @Column(name = "drafted_by", updatable = false)
    private String draftedBy;

    @Column(name = "drafted_at", updatable = false)
    private Instant draftedAt;

    @Column(name = "asked_by")
    private String askedBy;

    private int failures;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    private String[] institutions;

    @Column(name = "sealed_attempt")
    private Integer sealedAttempt;

    @Column(name = "cube_hash")
    private String cubeHash;

    @Column(name = "computed_at")
    private Instant computedAt;

    private Integer edition;

    @Column(name = "method_version")
    private String methodVersion;

    @Column(name = "candidate_hash")
    private String candidateHash;

    @Convert(converter = FindingsColumn.class)
    private List<Finding> findings;

    @Column(name = "audited_at")
    private Instant auditedAt;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    Draft() {}

    Draft(UUID id, String study, int studyVersion, String purpose, String subject, Instant now) {
        this.id = id;
        this.study = study;
        this.studyVersion = studyVersion;
        this.purpose = purpose;
        this.state = State.DRAFT;
        this.draftedBy = subject;
        this.draftedAt = now;
        this.institutions = new String[0];
    }

    /** Wants the numbers of now; what was computed before, and approved, is of no account any more. */
    void ask(String subject) {
        if (state.isUnderWay()) {
            throw ReleaseProblems.underWay();
        }
        refuseIfOver();
        state = State.COMPUTING;
        askedBy = subject;
        failures = 0;
        leaseUntil = null;
        forget();
    }

    /** A second person agrees to what is to be published. */
    void approve(String subject, Instant now) {
        refuseIfOver();
        if (state == State.REFUSED) {
            throw ReleaseProblems.auditFailed();
        }
        if (state != State.AUDITED) {
            throw ReleaseProblems.state("release-not-audited", "Only what was audited can be approved", state);
        }
        if (subject.equals(draftedBy) || subject.equals(askedBy)) {
            throw ReleaseProblems.own();
        }
        state = State.APPROVED;
        approvedBy = subject;
        approvedAt = now;
    }

    void freeze(Instant now) {
        refuseIfOver();
        if (state == State.REFUSED) {
            throw ReleaseProblems.auditFailed();
        }
        if (state != State.APPROVED) {
            throw ReleaseProblems.state("release-not-approved", "Only what a second person approved is frozen", state);
        }
        state = State.FROZEN;
        endedAt = now;
    }

    void discard(Instant now) {
        refuseIfOver();
        state = State.DISCARDED;
        leaseUntil = null;
        endedAt = now;
        forget();
    }

    private void refuseIfOver() {
        if (state == State.FROZEN) {
            throw ReleaseProblems.frozen();
        }
        if (state == State.DISCARDED) {
            throw ReleaseProblems.state("release-discarded", "The release was discarded", state);
        }
    }

    private void forget() {
        sealedAttempt = null;
        cubeHash = null;
        computedAt = null;
        edition = null;
        methodVersion = null;
        candidateHash = null;
        findings = null;
        auditedAt = null;
        approvedBy = null;
        approvedAt = null;
    }

    UUID id() {
        return id;
    }

    String study() {
        return study;
    }

    int studyVersion() {
        return studyVersion;
    }

    String purpose() {
        return purpose;
    }

    State state() {
        return state;
    }

    long revision() {
        return revision;
    }

    Set<String> institutions() {
        return Set.of(institutions);
    }

    Optional<Integer> sealedAttempt() {
        return Optional.ofNullable(sealedAttempt);
    }

    String cubeHash() {
        return cubeHash;
    }

    String candidateHash() {
        return candidateHash;
    }

    int edition() {
        return edition;
    }

    /** {@return by which rules it was audited; empty if that was before they were noted} */
    Optional<Method> method() {
        return Optional.ofNullable(methodVersion).flatMap(Method::of);
    }

    DraftView view(Optional<Integer> number) {
        return new DraftView(
                id,
                study,
                studyVersion,
                purpose,
                state,
                draftedBy,
                draftedAt,
                askedBy,
                computedAt,
                cubeHash,
                auditedAt,
                candidateHash,
                findings == null ? List.of() : findings,
                approvedBy,
                approvedAt,
                endedAt,
                number.orElse(null));
    }
}
