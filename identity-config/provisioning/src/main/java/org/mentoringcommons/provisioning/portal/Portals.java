package org.mentoringcommons.provisioning.portal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.provisioning.idempotency.Attempt;
import org.mentoringcommons.provisioning.paging.Page;

/** All portals; whoever asks has made sure that the institution is within reach. */
@ApplicationScoped
@Transactional
class Portals implements PanacheRepositoryBase<Portal, String> {

    /** Longer than any request lasts. */
    static final Duration GIVEN_UP = Duration.ofMinutes(1);

    private final Attempt attempt;
    private final Clock clock;

    Portals(Attempt attempt, Clock clock) {
        this.attempt = attempt;
        this.clock = clock;
    }

    /** Writes down that a portal is about to be made, so that it is withdrawn if nobody gets its secret. */
    String want(String institution, NewPortal wanted) {
        Optional<Portal> lost = attempt.written("portal").flatMap(this::findByIdOptional);
        if (lost.isPresent()) {
            return lost.get().clientId(); // nobody has received its secret; another takes its place
        }
        String clientId = "portal-" + institution + "-" + HexFormat.of().formatHex(Secret.random(4));
        attempt.hasWritten("portal", clientId);
        persist(new Portal(clientId, institution, wanted, clock.instant()));
        return clientId;
    }

    /** Whether the portal is still there to be handed out; from then on it stays. */
    boolean handOut(String clientId) {
        Optional<Portal> portal = findByIdOptional(clientId);
        portal.ifPresent(Portal::handOut);
        return portal.isPresent();
    }

    Page<PortalView> of(String institution, String after, int limit) {
        List<Portal> portals = find(
                        "institution = ?1 and clientId > ?2 and state = ?3 order by clientId",
                        institution,
                        after,
                        State.ACTIVE)
                .page(0, limit + 1)
                .list();
        return Page.of(portals, limit).map(Portal::view);
    }

    List<Portal> givenUp(String institution) {
        return list("institution = ?1 and state = ?2 and requestedAt < ?3", institution, State.REQUESTED, limit());
    }

    List<String> institutionsWithGivenUp() {
        return find("state = ?1 and requestedAt < ?2", State.REQUESTED, limit()).stream()
                .map(Portal::institution)
                .distinct()
                .toList();
    }

    private Instant limit() {
        return clock.instant().minus(GIVEN_UP);
    }
}
