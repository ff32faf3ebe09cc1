package org.mentoringcommons.provisioning.institution;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.provisioning.keycloak.Organizations;
import org.mentoringcommons.provisioning.keycloak.Refused;
import org.mentoringcommons.provisioning.reconciliation.DesiredState;
import org.mentoringcommons.provisioning.reconciliation.Reconciler;

/**
 * Makes Keycloak equal to what an institution shall be: the organization, survey-service's leave to read rosters there,
 * the members, the portals; then records the organization and tells the others, in the one transaction that commits at
 * the end. A crash anywhere before leaves things in Keycloak that the next run finds by their names.
 */
@ApplicationScoped
public class Settlement implements DesiredState {

    public static final String KIND = "institution";

    private final Institutions institutions;
    private final List<OrganizationPart> parts;
    private final Organizations organizations;
    private final Outbox outbox;
    private final Reconciler reconciler;
    private final Event<Retired> retired;
    private final AuditTrail trail;
    private final Clock clock;

    Settlement(
            Institutions institutions,
            @All List<OrganizationPart> parts,
            Organizations organizations,
            Outbox outbox,
            Reconciler reconciler,
            Event<Retired> retired,
            AuditTrail trail,
            Clock clock) {
        this.institutions = institutions;
        this.parts = parts;
        this.organizations = organizations;
        this.outbox = outbox;
        this.reconciler = reconciler;
        this.retired = retired;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Settles an institution that has just been asked for.
     *
     * @throws Refused if it cannot be without something that cannot be had; then nothing of it is in Keycloak
     */
    void first(String alias) {
        reconciler.alone(KIND, alias, () -> {
            parts.forEach(part -> part.found(alias));
            settle(alias);
            return alias;
        });
    }

    /** Settles an institution right after a request has changed what is wanted. */
    public void now(String alias) {
        reconciler.settle(this, alias);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> unsettled() {
        return Stream.concat(
                        institutions.unsettled().stream(),
                        parts.stream().flatMap(part -> part.unsettledInstitutions().stream()))
                .distinct()
                .toList();
    }

    @Override
    public void settle(String alias) {
        Institution institution = institutions.findById(alias);
        if (institution.isToRetire(clock.instant())) {
            institution.retire(clock.instant());
            retired.fire(new Retired(alias));
            trail.record(Deed.of("institution.retired", "institution", alias)
                    .institution(alias)
                    .hub(institution.view().hub()));
            institutions.flush();
            outbox.append(institution.fact());
        }
        boolean behind = !institution.isSettled();
        String organization = organization(institution, behind);
        parts.forEach(part -> part.settle(alias, organization));
        if (institution.isRequested()) {
            institution.activate(organization);
            institutions.flush();
            outbox.append(institution.fact());
        }
        if (behind) {
            institutions.settled(institution);
        }
    }

    private String organization(Institution institution, boolean behind) {
        Organizations.Shape shape = institution.shape();
        Optional<String> known = institution.organization();
        if (known.isEmpty()) {
            return organizations.findOrMake(shape);
        }
        if (behind) {
            organizations.shape(known.get(), shape);
        }
        return known.get();
    }
}
