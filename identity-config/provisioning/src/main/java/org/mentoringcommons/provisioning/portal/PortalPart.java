package org.mentoringcommons.provisioning.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.mentoringcommons.provisioning.institution.OrganizationPart;
import org.mentoringcommons.provisioning.institution.Retired;
import org.mentoringcommons.provisioning.keycloak.Clients;

/** Withdraws portals whose secret nobody received, because the request that asked for them failed half-way. */
@ApplicationScoped
class PortalPart implements OrganizationPart {

    private final Portals portals;
    private final Clients clients;

    PortalPart(Portals portals, Clients clients) {
        this.portals = portals;
        this.clients = clients;
    }

    /** Within the transaction that settles the institution; failing half-way, it is done again from the beginning. */
    void letGo(@Observes Retired retired) {
        for (Portal portal : portals.list("institution", retired.institution())) {
            clients.remove(portal.clientId());
            portals.delete(portal);
        }
    }

    @Override
    public List<String> unsettledInstitutions() {
        return portals.institutionsWithGivenUp();
    }

    @Override
    public void settle(String institution, String organization) {
        for (Portal portal : portals.givenUp(institution)) {
            clients.remove(portal.clientId());
            portals.delete(portal);
        }
    }
}
