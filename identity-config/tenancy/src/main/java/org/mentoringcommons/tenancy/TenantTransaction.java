package org.mentoringcommons.tenancy;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/** Runs work that no token speaks for (events, schedules) for one institution, in one transaction of its own. */
@ApplicationScoped
public class TenantTransaction {

    private final TenantBinding binding;

    TenantTransaction(TenantBinding binding) {
        this.binding = binding;
    }

    /**
     * Commits if {@code work} returns, rolls back if it throws. A request under way is set aside meanwhile, so that
     * neither its institution nor its transaction can leak into this work.
     *
     * @param tenant the institution to work for; null for platform tables only
     */
    public <T> T call(Tenant tenant, Callable<T> work) {
        ManagedContext request = Arc.container().requestContext();
        InjectableContext.ContextState outer = request.getStateIfActive();
        request.activate();
        try {
            if (tenant != null) {
                binding.bind(tenant);
            }
            return QuarkusTransaction.requiringNew().call(work);
        } finally {
            request.terminate();
            if (outer != null) {
                request.activate(outer);
            }
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
