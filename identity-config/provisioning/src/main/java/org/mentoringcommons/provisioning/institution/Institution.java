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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.mentoringcommons.exchange.Fact;

/** An institution as it is wanted; to everybody else it is the organization that Keycloak has for it. */
@Entity
@Table(name = "institution")
class Institution {

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

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(updatable = false)
    private Instant requestedAt;

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
        this.state = State.REQUESTED;
        this.requestedAt = now;
    }

    String alias() {
        return alias;
    }

    String name() {
        return name;
    }

    Set<String> domains() {
        return Set.copyOf(domains);
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

    /** What the others are told; only of an active institution, and after the change has got its version. */
    Fact fact() {
        return new InstitutionState(organization, alias, name, hub, kind, timeZone, state).atVersion(version);
    }

    InstitutionView view() {
        return new InstitutionView(
                organization, alias, name, hub, kind, timeZone, List.copyOf(new TreeSet<>(domains)), state);
    }
}
