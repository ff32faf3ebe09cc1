package org.mentoringcommons.provisioning.portal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** All clients that portals sign in with. */
@ApplicationScoped
class PortalClients implements PanacheRepositoryBase<PortalClient, String> {

    private static final String OVER = "(endsAt <= ?1 or (state = ?2 and requestedAt < ?3))";
    private static final String INSTITUTIONS_WITH_OVER =
            "select distinct p.institution from PortalClient c join Portal p on p.clientId = c.portal where "
                    + OVER.replace("endsAt", "c.endsAt")
                            .replace("state", "c.state")
                            .replace("requestedAt", "c.requestedAt");

    List<PortalClient> of(String portal) {
        return list("portal = ?1 order by clientId", portal);
    }

    List<PortalClient> ofAll(Collection<String> portals) {
        return list("portal in ?1 order by clientId", portals);
    }

    /** Those whose time is up, and those whose secret nobody received before {@code givenUp}. */
    List<PortalClient> over(String institution, Instant now, Instant givenUp) {
        return list(
                OVER + " and portal in (select p.clientId from Portal p where p.institution = ?4)",
                now,
                State.REQUESTED,
                givenUp,
                institution);
    }

    List<String> institutionsWithOver(Instant now, Instant givenUp) {
        return getEntityManager()
                .createQuery(INSTITUTIONS_WITH_OVER, String.class)
                .setParameter(1, now)
                .setParameter(2, State.REQUESTED)
                .setParameter(3, givenUp)
                .getResultList();
    }
}
