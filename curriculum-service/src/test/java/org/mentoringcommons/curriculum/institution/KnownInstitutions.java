package org.mentoringcommons.curriculum.institution;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Optional;
import org.mentoringcommons.exchange.Received;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;
import org.mentoringcommons.tenancy.contract.Token;

/** The tests' institutions have been announced, as they would be before anybody of theirs signs in. */
@ApplicationScoped
public class KnownInstitutions {

    public static final String HUB = "midwest";

    private final InstitutionSubscription subscription;
    private final TenantTransaction transaction;

    KnownInstitutions(InstitutionSubscription subscription, TenantTransaction transaction) {
        this.subscription = subscription;
        this.transaction = transaction;
    }

    void announce(@Observes StartupEvent started) {
        tell(Token.LAKESIDE, "active");
        tell(Token.HILLTOP, "active");
    }

    public void tell(Tenant institution, String state) {
        tell(institution, state, HUB);
    }

    public void tell(Tenant institution, String state, String hub) {
        String id = institution.id();
        transaction.run(
                null,
                () -> subscription.apply(new Received<>(
                        Optional.empty(),
                        id,
                        1,
                        Instant.EPOCH,
                        Optional.of(new InstitutionState(
                                id,
                                "alias-" + id.charAt(0),
                                "University " + id.charAt(0),
                                hub,
                                "America/Chicago",
                                state,
                                false)))));
    }
}
