package org.mentoringcommons.exchange;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.EndpointsContract;

@QuarkusTest
@OnThings
class DeadLetterEndpointsTest extends EndpointsContract {

    @Inject
    Suspended registry;

    @Override
    protected void suspend(Tenant institution) {
        registry.add(institution);
    }
}
