package org.mentoringcommons.audit;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.EndpointsContract;

@QuarkusTest
class AuditEndpointsTest extends EndpointsContract {

    @Inject
    Suspended registry;

    @Override
    protected void suspend(Tenant institution) {
        registry.add(institution);
    }
}
