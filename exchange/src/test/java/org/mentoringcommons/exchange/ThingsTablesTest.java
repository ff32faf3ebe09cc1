package org.mentoringcommons.exchange;

import io.quarkus.test.junit.QuarkusTest;
import org.mentoringcommons.tenancy.contract.TenantTablesContract;

@QuarkusTest
@OnThings
class ThingsTablesTest extends TenantTablesContract {

    @Override
    protected int tenantTables() {
        return 4; // thing, part, parked, outbox
    }
}
