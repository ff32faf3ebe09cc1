package org.mentoringcommons.provisioning.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.mentoringcommons.provisioning.institution.OrganizationPart;
import org.mentoringcommons.provisioning.institution.Retired;
import org.mentoringcommons.provisioning.keycloak.Clients;
import org.mentoringcommons.provisioning.keycloak.Organizations;

/**
 * Makes portals' clients as the registry wants them, and withdraws those whose time is up or whose secret nobody
 * received, because the request that asked for it failed half-way.
 */
@ApplicationScoped
class PortalPart implements OrganizationPart {

    private final Portals portals;
    private final Clients clients;
    private final Organizations organizations;

    PortalPart(Portals portals, Clients clients, Organizations organizations) {
        this.portals = portals;
        this.clients = clients;
        this.organizations = organizations;
    }

    /** Within the transaction that settles the institution; failing half-way, it is done again from the beginning. */
    void letGo(@Observes Retired retired) {
        portals.list("institution", retired.institution()).forEach(this::remove);
    }

    @Override
    public List<String> unsettledInstitutions() {
        return portals.unsettledInstitutions();
    }

    @Override
    public void settle(String institution, String organization) {
        for (PortalClient client : portals.over(institution)) {
            clients.remove(client.clientId());
            portals.remove(client);
        }
        for (Portal portal : portals.unsettled(institution)) {
            if (portal.isRevoked()) {
                remove(portal);
            } else {
                equal(portal, organization);
            }
        }
    }

    private void remove(Portal portal) {
        portals.clientsOf(portal).forEach(client -> clients.remove(client.clientId()));
        clients.remove(portal.frontEnd());
        portals.remove(portal);
    }

    private void equal(Portal portal, String organization) {
        for (PortalClient client : portals.clientsOf(portal)) {
            clients.change(client.clientId(), portal.name(), portal.keys())
                    .ifPresent(subject -> organizations.join(organization, subject, portal.roles()));
        }
        if (portal.redirectUris().isEmpty()) {
            clients.remove(portal.frontEnd());
        } else {
            clients.putBrowser(portal.frontEnd(), portal.name(), portal.redirectUris());
        }
        portal.madeEqual();
    }
}
