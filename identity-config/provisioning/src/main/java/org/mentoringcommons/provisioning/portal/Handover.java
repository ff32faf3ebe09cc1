package org.mentoringcommons.provisioning.portal;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.mentoringcommons.provisioning.institution.InstitutionView;
import org.mentoringcommons.provisioning.institution.Settlement;
import org.mentoringcommons.provisioning.keycloak.Clients;
import org.mentoringcommons.provisioning.keycloak.KeycloakAway;
import org.mentoringcommons.provisioning.keycloak.Organizations;
import org.mentoringcommons.provisioning.reconciliation.Reconciler;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Makes what is shown once, while whoever asked waits: it is written down before Keycloak is asked, handed out after,
 * and withdrawn by the schedule if anything between the two fails.
 */
@ApplicationScoped
class Handover {

    private final Portals portals;
    private final Clients clients;
    private final Organizations organizations;
    private final Reconciler reconciler;
    private final Settlement settlement;

    Handover(
            Portals portals,
            Clients clients,
            Organizations organizations,
            Reconciler reconciler,
            Settlement settlement) {
        this.portals = portals;
        this.clients = clients;
        this.organizations = organizations;
        this.reconciler = reconciler;
        this.settlement = settlement;
    }

    /**
     * Makes a portal.
     *
     * @throws HttpProblem 400 for keys that are none, 409 for an institution that is not there yet, 503 while Keycloak is
     *     away
     */
    NewPortalView make(InstitutionView institution, NewPortal wanted) {
        String organization = organizationOf(institution);
        KeySet keys = wanted.keys() == null ? null : KeySet.of(wanted.keys(), "keys.");
        String clientId = portals.want(institution.alias(), wanted, keys == null ? null : keys.json());
        String secret = keys == null ? Secret.make() : null;
        inKeycloak(institution.alias(), () -> {
            String subject = keys == null
                    ? clients.make(clientId, wanted.name(), secret)
                    : clients.makeSigning(clientId, wanted.name(), keys.json());
            organizations.join(organization, subject, wanted.roles());
            return clientId;
        });
        require(portals.handOut(institution.alias(), clientId));
        return new NewPortalView(clientId, secret);
    }

    /**
     * Makes a further secret for a portal; those before it end after the overlap.
     *
     * @throws HttpProblem 404 for no such portal, 409 for one with keys or with many secrets, 503 while Keycloak is away
     */
    NewPortalView rotate(InstitutionView institution, String portal, Duration overlap) {
        String organization = organizationOf(institution);
        PortalView present = portals.get(institution.alias(), portal);
        String clientId = portals.wantSecret(institution.alias(), portal);
        String secret = Secret.make();
        inKeycloak(institution.alias(), () -> {
            organizations.join(organization, clients.make(clientId, present.name(), secret), present.roles());
            return clientId;
        });
        require(portals.handOutSecret(institution.alias(), clientId, overlap));
        settlement.now(institution.alias());
        return new NewPortalView(clientId, secret);
    }

    private void inKeycloak(String institution, Supplier<String> work) {
        require(reconciler.alone(Settlement.KIND, institution, work::get).isPresent());
    }

    private static void require(boolean done) {
        if (!done) {
            throw KeycloakAway.refusal()
                    .detail("Nothing was made; ask again later.")
                    .problem();
        }
    }

    private static String organizationOf(InstitutionView institution) {
        if (institution.id() == null) {
            throw Refusal.conflict("institution-requested", "The institution is only requested yet")
                    .detail("It becomes active when Keycloak can be reached; ask again then.")
                    .problem();
        }
        return institution.id();
    }
}
