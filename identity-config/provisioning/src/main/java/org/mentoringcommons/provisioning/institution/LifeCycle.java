package org.mentoringcommons.provisioning.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.mentoringcommons.exchange.Outbox;

/**
 * What happens to an institution after it was founded. Each change is written, and told to the other services, in one
 * transaction that does not wait for Keycloak: a suspension holds everywhere as soon as they have heard of it. Keycloak
 * is made equal afterwards. To want what is so already changes nothing.
 */
@ApplicationScoped
@Transactional
public class LifeCycle {

    private final Institutions institutions;
    private final Outbox outbox;
    private final Clock clock;

    LifeCycle(Institutions institutions, Outbox outbox, Clock clock) {
        this.institutions = institutions;
        this.outbox = outbox;
        this.clock = clock;
    }

    void change(String alias, String ifMatch, ChangedInstitution wanted) {
        act(alias, ifMatch, institution -> {
            institutions.requireFree(alias, wanted.domains());
            institution.change(wanted);
        });
    }

    void move(String alias, String ifMatch, Move move) {
        act(alias, ifMatch, institution -> institution.moveTo(move.hub()));
    }

    void suspend(String alias, String ifMatch, Why why) {
        Instant now = clock.instant();
        act(alias, ifMatch, institution -> institution.suspend(why.reason(), now));
    }

    void reactivate(String alias, String ifMatch) {
        Instant now = clock.instant();
        act(alias, ifMatch, institution -> institution.reactivate(now));
    }

    void close(String alias, String ifMatch, Closing closing) {
        Instant now = clock.instant();
        act(alias, ifMatch, institution -> institution.close(closing, now));
    }

    private void act(String alias, String ifMatch, Consumer<Institution> deed) {
        Institution institution = institutions.reached(alias);
        institution.revision().requireMatch(ifMatch);
        long before = institution.revision().number();
        deed.accept(institution);
        institutions.flush(); // from here on its row is ours, so facts are appended in the order of their versions
        if (institution.revision().number() != before
                && institution.organization().isPresent()) {
            outbox.append(institution.fact());
        }
    }
}
