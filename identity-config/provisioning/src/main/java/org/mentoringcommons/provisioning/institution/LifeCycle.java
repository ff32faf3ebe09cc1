package org.mentoringcommons.provisioning.institution;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.tenancy.Refusal;

/**
 * What happens to an institution after it was founded. Each change is written, and told to the other services, in one
 * transaction that does not wait for Keycloak: a suspension holds everywhere as soon as they have heard of it. Keycloak
 * is made equal afterwards. To want what is so already changes nothing.
 */
@ApplicationScoped
@Transactional
public class LifeCycle {

    private final Institutions institutions;
    private final List<OrganizationPart> parts;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Clock clock;

    LifeCycle(
            Institutions institutions,
            @All List<OrganizationPart> parts,
            Outbox outbox,
            AuditTrail trail,
            Clock clock) {
        this.institutions = institutions;
        this.parts = parts;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    void change(String alias, String ifMatch, ChangedInstitution wanted) {
        institutions.hold(new TreeSet<>(Set.of(alias)), new TreeSet<>());
        act(alias, ifMatch, Deed.of("institution.changed", "institution", alias), institution -> {
            requireNotNeeded(alias, wanted.domains());
            institutions.requireFree(alias, wanted.domains());
            institution.change(wanted);
        });
    }

    void move(String alias, String ifMatch, Move move) {
        String from = institutions.reached(alias).view().hub();
        String detail = "from " + from + " to " + move.hub();
        Deed forTheNewHub = moved(alias, detail).reason(move.reason());
        if (act(alias, ifMatch, forTheNewHub, institution -> institution.moveTo(move.hub()))) {
            trail.record(moved(alias, detail).hub(from).reason(move.reason())); // its administrators read it, too
        }
    }

    void suspend(String alias, String ifMatch, Why why) {
        Instant now = clock.instant();
        Deed deed = Deed.of("institution.suspended", "institution", alias).reason(why.reason());
        act(alias, ifMatch, deed, institution -> institution.suspend(why.reason(), now));
    }

    void reactivate(String alias, String ifMatch) {
        Instant now = clock.instant();
        Deed deed = Deed.of("institution.reactivated", "institution", alias);
        act(alias, ifMatch, deed, institution -> institution.reactivate(now));
    }

    void close(String alias, String ifMatch, Closing closing) {
        Instant now = clock.instant();
        Deed deed = Deed.of("institution.closed", "institution", alias)
                .detail("retained until " + closing.retainedUntil())
                .reason(closing.reason());
        act(alias, ifMatch, deed, institution -> institution.close(closing, now));
    }

    /** None of the domains that are given up is needed. */
    private void requireNotNeeded(String alias, Set<String> kept) {
        List<Refusal.Violation> needed = parts.stream()
                .flatMap(part -> part.domainsNeeded(alias).entrySet().stream())
                .filter(domain -> !kept.contains(domain.getKey()))
                .map(domain -> new Refusal.Violation("domains", domain.getKey() + " " + domain.getValue()))
                .toList();
        if (!needed.isEmpty()) {
            throw Refusal.conflict("domain-in-use", "A domain is in use")
                    .violations(needed)
                    .problem();
        }
    }

    private static Deed moved(String alias, String detail) {
        return Deed.of("institution.moved", "institution", alias)
                .institution(alias)
                .detail(detail);
    }

    /** Whether it made a difference. */
    private boolean act(String alias, String ifMatch, Deed deed, Consumer<Institution> change) {
        Institution institution = institutions.reached(alias);
        institution.revision().requireMatch(ifMatch);
        long before = institution.revision().number();
        change.accept(institution);
        institutions.flush(); // from here on its row is ours, so facts are appended in the order of their versions
        if (institution.revision().number() == before) {
            return false;
        }
        trail.record(deed.institution(alias).hub(institution.view().hub()));
        if (institution.organization().isPresent()) {
            outbox.append(institution.fact());
        }
        return true;
    }
}
