package org.mentoringcommons.analytics.response;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Alarms at {@code /q/health} and {@code /q/health/well} when kept counts are not what the rows give. The service stays
 * alive and ready: an institution's wrong total must not take everybody's answers away.
 */
@Wellness
@ApplicationScoped
class CountHealth implements HealthCheck {

    private final CountChecks checks;

    CountHealth(CountChecks checks) {
        this.checks = checks;
    }

    @Override
    public HealthCheckResponse call() {
        int disagreeing = checks.findings().disagreeing().size();
        return HealthCheckResponse.named("counts agree with rows")
                .withData("institutionsThatDisagree", disagreeing)
                .status(disagreeing == 0)
                .build();
    }
}
