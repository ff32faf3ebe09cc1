package org.mentoringcommons.tenancy;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/** Runs work outside any HTTP request (consumers, schedules) for one institution, in one transaction of its own. */
@ApplicationScoped
public class TenantTransaction {

    private final TenantBinding binding;

    TenantTransaction(TenantBinding binding) {
        this.binding = binding;
    }

    /**
     * Commits if {@code work} returns, rolls back if it throws.
     *
     * @param tenant the institution to work for; null for platform tables only
     * @throws IllegalStateException inside a request or another such call, whose institution would leak into this one
     */
    public <T> T call(Tenant tenant, Callable<T> work) {
        ManagedContext request = Arc.container().requestContext();
        if (request.isActive()) {
            throw new IllegalStateException("a request is under way; bind it instead");
        }
        request.activate();
        try {
            if (tenant != null) {
                binding.bind(tenant);
            }
            return QuarkusTransaction.requiringNew().call(work);
        } finally {
            request.terminate();
        }
    }

    /** As {@link #call(Tenant, Callable)}, for work without a result. */
    public void run(Tenant tenant, Runnable work) {
        call(tenant, () -> {
            work.run();
            return null;
        });
    }
}
