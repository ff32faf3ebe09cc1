package org.mentoringcommons.provisioning.signin;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mentoringcommons.provisioning.institution.Settlement;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Reads the SAML metadata of campuses again, so that a campus changes its keys by announcing them. What cannot be read or
 * is another's changes nothing and is told where the campus login is shown; what nothing proves to be the campus's waits
 * there for an administrator's yes. Each is read by one instance.
 */
@ApplicationScoped
class Renewals {

    private final RenewableSignIns signIns;
    private final Campus campus;
    private final Settlement settlement;
    private final Clock clock;
    private final Duration age;

    Renewals(
            RenewableSignIns signIns,
            Campus campus,
            Settlement settlement,
            Clock clock,
            @ConfigProperty(name = "sign-in.metadata-age") Duration age) {
        this.signIns = signIns;
        this.campus = campus;
        this.settlement = settlement;
        this.clock = clock;
        this.age = age;
    }

    /** Reads all that were read too long ago, one after the other, each at most once. */
    @Scheduled(every = "{sign-in.renewal-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renewEverything() {
        Optional<RenewableSignIns.Due> due = signIns.claim(clock.instant(), age);
        while (due.isPresent()) {
            renew(due.get());
            due = signIns.claim(clock.instant(), age);
        }
    }

    private void renew(RenewableSignIns.Due due) {
        Announced announced;
        try {
            announced = campus.announced(due.metadataUrl(), due.certificates());
        } catch (HttpProblem unusable) {
            signIns.unreadable(due, reason(unusable));
            return;
        }
        if (!announced.metadata().entityId().equals(due.issuer())) {
            signIns.unreadable(due, "calls itself differently now");
        } else if (signIns.renew(due, announced)) {
            settlement.now(due.institution());
        }
    }

    private static String reason(HttpProblem problem) {
        return problem.getParameters().get("violations") instanceof List<?> violations
                        && !violations.isEmpty()
                        && violations.get(0) instanceof Refusal.Violation violation
                ? violation.message()
                : problem.getTitle();
    }
}
