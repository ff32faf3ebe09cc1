package org.mentoringcommons.provisioning.institution;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.provisioning.keycloak.Accounts;
import org.mentoringcommons.provisioning.keycloak.Organizations;
import org.mentoringcommons.provisioning.keycloak.Refused;
import org.mentoringcommons.provisioning.reconciliation.DesiredState;
import org.mentoringcommons.provisioning.reconciliation.Reconciler;
import org.mentoringcommons.tenancy.Roles;

/**
 * Makes Keycloak equal to what an institution shall be: the organization, survey-service's leave to read rosters there,
 * the members, the portals; then records the organization and tells the others, in the one transaction that commits at
 * the end. A crash anywhere before leaves things in Keycloak that the next run finds by their names.
 */
@ApplicationScoped
public class Settlement implements DesiredState {

    public static final String KIND = "institution";
    private static final String SURVEY_SERVICE = "service-account-survey-service";

    private final Institutions institutions;
    private final List<OrganizationPart> parts;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Reconciler reconciler;

    Settlement(
            Institutions institutions,
            @All List<OrganizationPart> parts,
            Organizations organizations,
            Accounts accounts,
            Outbox outbox,
            Reconciler reconciler) {
        this.institutions = institutions;
        this.parts = parts;
        this.organizations = organizations;
        this.accounts = accounts;
        this.outbox = outbox;
        this.reconciler = reconciler;
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
                        institutions.requested().stream(),
                        parts.stream().flatMap(part -> part.unsettledInstitutions().stream()))
                .distinct()
                .toList();
    }

    @Override
    public void settle(String alias) {
        Institution institution = institutions.findById(alias);
        String organization = institution
                .organization()
                .orElseGet(() -> organizations.findOrMake(alias, institution.name(), institution.domains()));
        if (institution.isRequested()) {
            organizations.join(organization, surveyService(), Set.of(Roles.ROSTER_READER));
        }
        parts.forEach(part -> part.settle(alias, organization));
        if (institution.isRequested()) {
            institution.activate(organization);
            institutions.flush();
            outbox.append(institution.fact());
        }
    }

    private String surveyService() {
        return accounts.find(SURVEY_SERVICE)
                .orElseThrow(() -> new IllegalStateException("the realm has no client survey-service"));
    }
}
