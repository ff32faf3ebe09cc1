package org.mentoringcommons.provisioning.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.mentoringcommons.provisioning.keycloak.IdentityProviders;
import org.mentoringcommons.provisioning.keycloak.IdentityProviders.Arrival;
import org.mentoringcommons.provisioning.member.Memberships;
import org.mentoringcommons.provisioning.reconciliation.DesiredState;

/**
 * Learns from Keycloak's log whom campus logins have brought, so that the registry knows them as the members they are.
 * One question a round, however many institutions there are.
 */
@ApplicationScoped
class Arrivals implements DesiredState {

    private static final String REMEMBER =
            """
            insert into arrivals_read (until) values (:until)
            on conflict (one) do update set until = excluded.until""";
    /** Keycloak's transactions end in another order than they begin; what is read twice changes nothing. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private final SignIns signIns;
    private final Memberships memberships;
    private final IdentityProviders providers;
    private final EntityManager database;
    private final Clock clock;

    Arrivals(
            SignIns signIns,
            Memberships memberships,
            IdentityProviders providers,
            EntityManager database,
            Clock clock) {
        this.signIns = signIns;
        this.memberships = memberships;
        this.providers = providers;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "arrivals";
    }

    @Override
    @Transactional
    public List<String> unsettled() {
        return signIns.count() == 0 ? List.of() : List.of("all");
    }

    @Override
    public void settle(String key) {
        Instant now = clock.instant();
        for (Arrival arrival : providers.arrivalsSince(readUntil(now).minus(OVERLAP))) {
            signIns.findByIdOptional(arrival.providerAlias().replaceFirst("^campus-", ""))
                    .filter(signIn -> SignIn.alias(signIn.institution()).equals(arrival.providerAlias()))
                    .ifPresent(signIn -> signIn.newcomers()
                            .ifPresent(role -> memberships.arrived(
                                    signIn.institution(), arrival.username(), arrival.subject(), Set.of(role))));
        }
        database.createNativeQuery(REMEMBER)
                .setParameter("until", Timestamp.from(now))
                .executeUpdate();
    }

    private Instant readUntil(Instant now) {
        List<?> known = database.createNativeQuery("select until from arrivals_read", Instant.class)
                .getResultList();
        return known.isEmpty() ? now.minus(Duration.ofDays(1)) : (Instant) known.get(0);
    }
}
