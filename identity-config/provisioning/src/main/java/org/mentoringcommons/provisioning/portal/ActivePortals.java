package org.mentoringcommons.provisioning.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringcommons.provisioning.institution.ExpectedMembers;

/** The service accounts of portals in use. */
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
                .map(Portal::view)
                .collect(Collectors.toMap(
                        portal -> SERVICE_ACCOUNT + portal.clientId(), portal -> Set.copyOf(portal.roles())));
    }
}
