package org.mentoringcommons.provisioning.portal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.provisioning.idempotency.Attempt;
import org.mentoringcommons.provisioning.paging.Page;
import org.mentoringcommons.provisioning.reconciliation.AdvisoryLock;
import org.mentoringcommons.provisioning.trail.InstitutionTrail;
import org.mentoringcommons.tenancy.Refusal;

/** All portals; whoever asks has made sure that the institution is within reach. */
@ApplicationScoped
@Transactional
class Portals implements PanacheRepositoryBase<Portal, String> {

    /** Longer than any request lasts. */
    static final Duration GIVEN_UP = Duration.ofMinutes(1);
    /** So many secrets at once are a rotation that runs by mistake. */
    private static final int MOST_CLIENTS = 5;

    private final PortalClients clients;
    private final InstitutionTrail trail;
    private final AdvisoryLock lock;
    private final Attempt attempt;
    private final Clock clock;

    Portals(PortalClients clients, InstitutionTrail trail, AdvisoryLock lock, Attempt attempt, Clock clock) {
        this.clients = clients;
        this.trail = trail;
        this.lock = lock;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** Writes down that a portal is about to be made, so that it is withdrawn if nobody gets its secret. */
    String want(String institution, NewPortal wanted, String keys) {
        Optional<Portal> lost = attempt.written("portal").flatMap(this::findByIdOptional);
        if (lost.isPresent()) {
            return lost.get().clientId(); // nobody has received its secret; another takes its place
        }
        String clientId = "portal-" + institution + "-" + HexFormat.of().formatHex(Secret.random(4));
        attempt.hasWritten("portal", clientId);
        persist(new Portal(clientId, institution, wanted, keys, clock.instant()));
        clients.persist(new PortalClient(clientId, clientId, clock.instant()));
        return clientId;
    }

    /** Whether the portal is still there to be handed out; from then on it stays. */
    boolean handOut(String institution, String clientId) {
        lock.take("institution/" + institution);
        Optional<Portal> portal = findByIdOptional(clientId);
        portal.ifPresent(made -> {
            made.handOut();
            clients.findById(clientId).handOut();
            note(
                    "portal.made",
                    made,
                    "roles: " + String.join(", ", made.roles()) + (made.signs() ? "; signs" : "; secret"));
        });
        return portal.isPresent();
    }

    /**
     * Writes down that another secret is about to be made for a portal, hence another client.
     *
     * @return its client id
     */
    String wantSecret(String institution, String portal) {
        Portal present = present(institution, portal);
        if (present.signs()) {
            throw Refusal.conflict("portal-has-keys", "This portal signs and has no secret")
                    .detail("Its keys change by PUT of all that shall be good, old and new.")
                    .problem();
        }
        Optional<PortalClient> lost = attempt.written("portal-secret").flatMap(clients::findByIdOptional);
        if (lost.isPresent()) {
            return lost.get().clientId(); // as above
        }
        List<PortalClient> all = clients.of(portal);
        Instant now = clock.instant();
        if (all.stream().filter(client -> client.isGoodAt(now)).count() >= MOST_CLIENTS) {
            throw Refusal.conflict("too-many-secrets", "This portal has " + MOST_CLIENTS + " good secrets")
                    .detail("End one of them first.")
                    .problem();
        }
        String clientId = portal + "-r" + HexFormat.of().formatHex(Secret.random(4));
        attempt.hasWritten("portal-secret", clientId);
        clients.persist(new PortalClient(clientId, portal, now));
        return clientId;
    }

    /** Whether the new client is still there to be handed out; those before it end after the overlap. */
    boolean handOutSecret(String institution, String clientId, Duration overlap) {
        lock.take("institution/" + institution);
        PortalClient made = clients.findById(clientId);
        if (made == null) {
            return false;
        }
        made.handOut();
        Instant end = clock.instant().plus(overlap);
        clients.of(made.portal()).stream()
                .filter(client -> client.isHandedOut() && client != made)
                .forEach(client -> client.endAt(end));
        Portal portal = findById(made.portal());
        getEntityManager().lock(portal, jakarta.persistence.LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        note("portal.secret-rotated", portal, "overlap: " + overlap);
        return true;
    }

    /** Ends one of several secrets now. */
    void endSecret(String institution, String portal, String clientId) {
        Portal present = present(institution, portal);
        Instant now = clock.instant();
        List<PortalClient> good = clients.of(portal).stream()
                .filter(client -> client.isGoodAt(now))
                .toList();
        PortalClient ended = good.stream()
                .filter(client -> client.clientId().equals(clientId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("secret").problem());
        if (good.size() == 1) {
            throw Refusal.conflict("last-secret", "The portal could not sign in any more")
                    .detail("Rotate the secret first, or revoke the portal.")
                    .problem();
        }
        ended.endAt(now);
        getEntityManager().lock(present, jakarta.persistence.LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        note("portal.secret-ended", present, ended.clientId());
    }

    /** Changes a portal that is still as the caller has seen it. */
    void change(String institution, String portal, String ifMatch, String action, Consumer<Portal> change) {
        Portal present = present(institution, portal);
        present.revision().requireMatch(ifMatch);
        change.accept(present);
        note(action, present, "roles: " + String.join(", ", present.roles()));
    }

    PortalView get(String institution, String portal) {
        return outcome(institution, portal)
                .orElseThrow(() -> Refusal.notFound("portal").problem());
    }

    /** What has become of a portal; empty if it is revoked, or never was. */
    Optional<PortalView> outcome(String institution, String portal) {
        return find("institution = ?1 and clientId = ?2 and state = ?3", institution, portal, State.ACTIVE)
                .firstResultOptional()
                .map(found -> found.view(clients.of(portal), clock.instant()));
    }

    Page<PortalView> of(String institution, String after, int limit) {
        List<Portal> portals = find(
                        "institution = ?1 and clientId > ?2 and state = ?3 order by clientId",
                        institution,
                        after,
                        State.ACTIVE)
                .page(0, limit + 1)
                .list();
        Map<String, List<PortalClient>> theirs = clients
                .ofAll(portals.stream().map(Portal::clientId).toList())
                .stream()
                .collect(Collectors.groupingBy(PortalClient::portal));
        return Page.of(portals, limit)
                .map(portal -> portal.view(theirs.getOrDefault(portal.clientId(), List.of()), clock.instant()));
    }

    /** All that act, as they are listed. */
    List<PortalView> all(String institution) {
        Instant now = clock.instant();
        return list("institution = ?1 and state = ?2 order by clientId", institution, State.ACTIVE).stream()
                .map(portal -> portal.view(clientsOf(portal), now))
                .toList();
    }

    /** Whether a revoked portal is still to be removed. */
    boolean isGoing(String portal) {
        return findByIdOptional(portal).isPresent();
    }

    /** Whether an ended secret is still to be removed. */
    boolean isEnding(String clientId) {
        return clients.findByIdOptional(clientId).isPresent();
    }

    List<Portal> unsettled(String institution) {
        return list("institution = ?1 and settled = false order by clientId", institution);
    }

    /** Clients whose time is up, and those whose secret nobody received. */
    List<PortalClient> over(String institution) {
        return clients.over(institution, clock.instant(), givenUp());
    }

    /** Takes a client from the registry, and with the last one its portal. */
    void remove(PortalClient client) {
        clients.delete(client);
        clients.flush();
        if (clients.of(client.portal()).isEmpty()) {
            delete("clientId = ?1 and state = ?2", client.portal(), State.REQUESTED);
        }
    }

    void remove(Portal portal) {
        clients.delete("portal", portal.clientId());
        delete(portal);
    }

    List<PortalClient> clientsOf(Portal portal) {
        return clients.of(portal.clientId());
    }

    List<String> unsettledInstitutions() {
        Set<String> unequal = find("settled = false").project(InstitutionOnly.class).stream()
                .map(InstitutionOnly::institution)
                .collect(Collectors.toSet());
        return Stream.concat(unequal.stream(), clients.institutionsWithOver(clock.instant(), givenUp()).stream())
                .distinct()
                .toList();
    }

    record InstitutionOnly(String institution) {}

    private Portal present(String institution, String portal) {
        lock.take("institution/" + institution);
        return findByIdOptional(portal)
                .filter(found -> found.institution().equals(institution) && found.isActive())
                .orElseThrow(() -> Refusal.notFound("portal").problem());
    }

    private void note(String action, Portal portal, String detail) {
        trail.record(
                portal.institution(),
                Deed.of(action, "portal", portal.clientId()).detail(detail));
    }

    private Instant givenUp() {
        return clock.instant().minus(GIVEN_UP);
    }
}
