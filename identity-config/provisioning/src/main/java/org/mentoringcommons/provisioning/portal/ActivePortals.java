package org.mentoringcommons.provisioning.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringcommons.provisioning.institution.ExpectedMembers;

/** The service accounts of the clients that portals sign in with. */
@ApplicationScoped
class ActivePortals implements ExpectedMembers {

    private static final String SERVICE_ACCOUNT = "service-account-";

    private final Portals portals;

    ActivePortals(Portals portals) {
        this.portals = portals;
    }

    @Override
    public Map<String, Set<String>> of(String institution) {
        return portals.list("institution = ?1 and state = ?2", institution, State.ACTIVE).stream()
                .flatMap(portal -> portals.clientsOf(portal).stream()
                        .filter(PortalClient::isHandedOut)
                        .map(client -> Map.entry(SERVICE_ACCOUNT + client.clientId(), Set.copyOf(portal.roles()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
